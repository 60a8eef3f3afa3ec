package foresail.prediction;

import foresail.simulation.api.ContainerState.Terminated;
import foresail.simulation.api.ContainerState.Waiting;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import java.time.Duration;
import java.util.stream.Stream;

/** Decides what a pod comes to. */
final class Ends {
  /** A container that has started again so often, and not long ago, will do so for ever. */
  private static final int MANY_RESTARTS = 2;

  /** The longest back-off with its jitter: what has not restarted for longer has settled. */
  private static final Duration SETTLED = Duration.ofSeconds(450);

  private Ends() {}

  /**
   * @param removed whether the pod's name stands for nothing any more
   * @param horizon when the run ended
   */
  static End of(Pod pod, boolean removed, Duration horizon) {
    if (removed) {
      return End.GONE;
    }
    if (pod.status().phase() == Phase.SUCCEEDED) {
      return End.FINISHED;
    }
    if (pod.status().phase() == Phase.FAILED) {
      return End.FAILED;
    }
    if (pod.deleting()) {
      return End.STUCK;
    }
    boolean loops =
        Stream.concat(pod.status().initContainers().stream(), pod.status().containers().stream())
            .anyMatch(status -> loops(status, horizon));
    if (loops) {
      return End.LOOPING;
    }
    return pod.ready() ? End.READY : End.STUCK;
  }

  private static boolean loops(ContainerStatus status, Duration horizon) {
    if (status.state().succeeded() && status.restartCount() == 0) {
      return false;
    }
    if (status.state() instanceof Waiting waiting && waiting.reason().equals("CrashLoopBackOff")) {
      return true;
    }
    return status.restartCount() >= MANY_RESTARTS
        && status.lastState() instanceof Terminated last
        && horizon.minus(last.finishedAt()).compareTo(SETTLED) < 0;
  }
}
