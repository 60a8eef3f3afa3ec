package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Facts;
import foresail.simulation.facts.Image;
import foresail.simulation.kernel.Clock;
import foresail.simulation.runtime.ContainerRequest;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import foresail.simulation.store.Events;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts one container: back-off, image, configuration, create, start, postStart. Every waiting
 * reason of a failed start is decided here or in {@link ImagePuller}.
 *
 * <p>Source: pkg/kubelet/kuberuntime/kuberuntime_manager.go (doBackOff), kuberuntime_container.go
 * (startContainer), v1.36.
 */
final class ContainerStart {
  private final Clock clock;
  private final Events events;
  private final Facts facts;
  private final ContainerRuntime runtime;
  private final ImagePuller images;
  private final ContainerConfig config;
  private final Hooks hooks;
  private final ContainerKill kill;
  private final RestartAll restartAll;
  private final Backoff backoff = new Backoff();

  ContainerStart(
      Clock clock,
      Events events,
      Facts facts,
      ContainerRuntime runtime,
      ContainerConfig config,
      Hooks hooks,
      ContainerKill kill,
      RestartAll restartAll) {
    this.clock = clock;
    this.events = events;
    this.facts = facts;
    this.runtime = runtime;
    this.images = new ImagePuller(clock, events, facts);
    this.config = config;
    this.hooks = hooks;
    this.kill = kill;
    this.restartAll = restartAll;
  }

  /**
   * Starts a container of a pod.
   *
   * @param init whether it is a plain init container
   * @param view what the sync has seen of the runtime
   */
  void start(
      Pod pod,
      Container container,
      boolean init,
      PodView view,
      String podIp,
      Consumer<StartOutcome> done) {
    Optional<StartFailure> waits = crashBackoff(pod, container, view);
    if (waits.isPresent()) {
      done.accept(new StartOutcome(container.name(), waits));
      return;
    }
    images.ensure(
        pod,
        container,
        problem -> {
          if (problem.isPresent()) {
            fail(pod, container, problem.get(), problem.get().reason(), done);
          } else {
            create(pod, container, init, view, podIp, done);
          }
        });
  }

  /** CrashLoopBackOff: whether the container's last end is too young for another start. */
  private Optional<StartFailure> crashBackoff(Pod pod, Container container, PodView view) {
    Optional<ContainerView> last = view.exited(container.name());
    if (last.isEmpty()) {
      return Optional.empty();
    }
    String key = key(pod, container);
    Duration ended = last.get().finishedAt();
    Duration left = backoff.left(key, ended, clock.now());
    if (left.isZero()) {
      backoff.next(key, ended, clock.now());
      return Optional.empty();
    }
    String place = pod.name() + "_" + pod.namespace() + "(" + pod.uid() + ")";
    events.warning(
        pod,
        "BackOff",
        "Back-off restarting failed container " + container.name() + " in pod " + place);
    return Optional.of(
        new StartFailure(
            "CrashLoopBackOff",
            "back-off "
                + GoTime.of(backoff.wait(key))
                + " restarting failed container="
                + container.name()
                + " pod="
                + place,
            Optional.of(left)));
  }

  private static String key(Pod pod, Container container) {
    return pod.uid() + "_" + container.name() + "_" + container.image();
  }

  private void create(
      Pod pod,
      Container container,
      boolean init,
      PodView view,
      String podIp,
      Consumer<StartOutcome> done) {
    Map<String, String> env;
    try {
      env = config.environment(pod, container, podIp);
      ContainerConfig.verifyUser(pod, container, image(container));
    } catch (ContainerConfig.Missing missing) {
      var failure = StartFailure.of("CreateContainerConfigError", missing.getMessage());
      fail(pod, container, failure, missing.getMessage(), done);
      return;
    }
    int restarts =
        view.container(container.name())
            .map(ContainerView::restartCount)
            .or(() -> restartAll.restarts(pod.uid(), container.name()))
            .map(before -> before + 1)
            .orElse(0);
    var request = new ContainerRequest(pod, container, init, restarts, podIp, env);
    runtime.create(
        request,
        id -> {
          events.normal(pod, "Created", "Container created");
          runtime.start(id, problem -> started(pod, container, id, problem, done));
        });
  }

  private Image image(Container container) {
    return facts.images().of(container.image());
  }

  private void started(
      Pod pod,
      Container container,
      String id,
      Optional<String> problem,
      Consumer<StartOutcome> done) {
    if (problem.isPresent()) {
      var failure = StartFailure.of("RunContainerError", problem.get());
      fail(pod, container, failure, problem.get(), done);
      return;
    }
    events.normal(pod, "Started", "Container started");
    if (container.postStart().isEmpty()) {
      done.accept(new StartOutcome(container.name(), Optional.empty()));
      return;
    }
    hooks.run(
        pod,
        container,
        id,
        container.postStart().get(),
        succeeded -> {
          if (succeeded) {
            done.accept(new StartOutcome(container.name(), Optional.empty()));
          } else {
            postStartFailed(pod, container, id, done);
          }
        });
  }

  private void postStartFailed(
      Pod pod, Container container, String id, Consumer<StartOutcome> done) {
    events.warning(pod, "FailedPostStartHook", "PostStartHook failed");
    Duration grace = Duration.ofSeconds(pod.spec().terminationGracePeriodSeconds());
    kill.kill(
        pod,
        container,
        id,
        "FailedPostStartHook",
        grace,
        KillOrder.NONE,
        () ->
            done.accept(
                new StartOutcome(
                    container.name(),
                    Optional.of(StartFailure.of("PostStartHookError", "PostStartHook failed")))));
  }

  private void fail(
      Pod pod,
      Container container,
      StartFailure failure,
      String eventText,
      Consumer<StartOutcome> done) {
    events.warning(pod, "Failed", "Error: " + eventText);
    done.accept(new StartOutcome(container.name(), Optional.of(failure)));
  }

  /** Back-offs are kept in memory only: a kubelet that starts anew has none. */
  void startAnew() {
    backoff.clear();
    images.startAnew();
  }

  void forget(String podUid) {
    backoff.forget(podUid + "_");
    images.forget(podUid);
  }
}
