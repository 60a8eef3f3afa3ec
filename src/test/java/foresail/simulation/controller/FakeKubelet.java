package foresail.simulation.controller;

import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Key;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Scheduler and kubelet in one: pods become what a plan says, at the times that it says. */
final class FakeKubelet {
  /**
   * @param ready from its creation until a pod is Running and Ready; empty for never
   * @param ends from its creation until its container ends; empty for never
   * @param exitCode with which it then ends
   * @param stop from the request to stop until it has ended
   * @param removed from then until it is gone
   */
  record Plan(
      Optional<Duration> ready,
      Optional<Duration> ends,
      int exitCode,
      Duration stop,
      Duration removed) {
    static Plan readyAfter(double seconds) {
      return new Plan(
          Optional.of(seconds(seconds)), Optional.empty(), 0, seconds(0.5), Duration.ZERO);
    }

    static Plan neverReady() {
      return new Plan(Optional.empty(), Optional.empty(), 0, seconds(0.5), Duration.ZERO);
    }

    static Plan endsAfter(double seconds, int exitCode) {
      return new Plan(
          Optional.of(seconds(0.1)),
          Optional.of(seconds(seconds)),
          exitCode,
          seconds(0.5),
          Duration.ZERO);
    }

    Plan stoppingIn(double seconds) {
      return new Plan(ready, ends, exitCode, seconds(seconds), removed);
    }

    Plan removedIn(double seconds) {
      return new Plan(ready, ends, exitCode, stop, seconds(seconds));
    }

    private static Duration seconds(double seconds) {
      return Duration.ofMillis((long) (seconds * 1000));
    }
  }

  private final Clock clock;
  private final ApiServer api;
  private final Function<Pod, Plan> plans;

  FakeKubelet(Environment env, Function<Pod, Plan> plans) {
    this.clock = env.clock();
    this.api = env.api();
    this.plans = plans;
    api.watch(
        Pod.KIND,
        Latency.WATCH,
        new Watcher<Pod>() {
          @Override
          public void added(Pod pod) {
            start(pod);
          }

          @Override
          public void updated(Pod before, Pod now) {
            if (now.deleting() && !before.deleting()) {
              clock.after(plans.apply(now).stop(), () -> stop(now));
            }
          }
        });
  }

  private void start(Pod pod) {
    String node = pod.assigned().onlyNode().orElse("node-1");
    if (!pod.nodeName().isEmpty() && !pod.nodeName().equals(node)) {
      return; // of a node that has no kubelet
    }
    change(pod, now -> now.withAssigned(now.assigned().withNodeName(node)));
    Plan plan = plans.apply(pod);
    plan.ready().ifPresent(delay -> clock.after(delay, () -> change(pod, this::running)));
    plan.ends().ifPresent(delay -> clock.after(delay, () -> change(pod, now -> ended(now, plan))));
  }

  private void stop(Pod pod) {
    change(pod, now -> now.terminal() ? now : ended(now, plans.apply(now)));
    clock.after(plans.apply(pod).removed(), () -> api.delete(Pod.KIND, pod.key(), Duration.ZERO));
  }

  private Pod running(Pod pod) {
    if (pod.terminal() || pod.deleting()) {
      return pod;
    }
    return pod.withStatus(
        pod.status().withPhase(Phase.RUNNING, "", "").with(ready(Condition.TRUE)));
  }

  private Pod ended(Pod pod, Plan plan) {
    Phase phase = plan.exitCode() == 0 ? Phase.SUCCEEDED : Phase.FAILED;
    String container = pod.spec().containers().get(0).name();
    PodStatus status = pod.status().withPhase(phase, "", "").with(ready(Condition.FALSE));
    return pod.withStatus(
        status.withContainers(
            List.of(),
            List.of(
                new ContainerStatus(
                    container,
                    new ContainerState.Terminated(
                        plan.exitCode(), 0, "", "", clock.now(), clock.now()),
                    ContainerState.NONE,
                    false,
                    false,
                    0,
                    ""))));
  }

  private Condition ready(String status) {
    return new Condition("Ready", status, "", "", clock.now());
  }

  /** Changes the pod, unless another one has taken its name. */
  private void change(Pod pod, Function<Pod, Pod> change) {
    api.updateStatus(
        Pod.KIND,
        new Key(pod.namespace(), pod.name()),
        now -> now.uid().equals(pod.uid()) ? change.apply(now) : now);
  }

  static ObjectMeta metadata(foresail.model.ObjectMeta written) {
    return ObjectMeta.named("default", written.name())
        .withLabels(written.labels())
        .withAnnotations(written.annotations())
        .withFinalizers(written.finalizers());
  }
}
