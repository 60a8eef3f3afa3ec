package foresail.simulation.controller.daemonset;

import foresail.simulation.api.Key;
import foresail.simulation.api.Node;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pod on each node that is to have one: makes what is missing, deletes what has ended, is one
 * too many, or should not be there.
 *
 * <p>Source: manage and podsShouldBeOnNode in pkg/controller/daemon/daemon_controller.go, v1.36.
 */
final class Upkeep {
  /** A node whose pod failed gets no other for this long, doubled with each failure. */
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);

  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(15);

  private final Environment env;
  private final Map<String, Backoff> backoffs = new HashMap<>();

  private record Backoff(Duration since, Duration length) {
    Duration end() {
      return since.plus(length);
    }
  }

  Upkeep(Environment env) {
    this.env = env;
  }

  /** What to do now. */
  Decision decide(DaemonPods pods) {
    List<Pod> delete = new ArrayList<>();
    List<String> create = new ArrayList<>();
    Optional<Duration> again = Optional.empty();
    for (Node node : pods.nodes()) {
      NodeChoice choice = NodeChoice.of(pods.set().spec().template().spec(), node);
      List<Pod> here = pods.on(node.name());
      if (choice.run() && here.isEmpty()) {
        create.add(node.name());
      } else if (choice.stay()) {
        Optional<Duration> end = tidy(pods, node, delete);
        again = again.isEmpty() ? end : again;
      } else {
        here.stream().filter(pod -> !pod.deleting()).forEach(delete::add);
      }
    }
    return new Decision(new DaemonPlan(delete, create), again);
  }

  /**
   * @param again in how long to look again because of a back-off
   */
  record Decision(DaemonPlan plan, Optional<Duration> again) {}

  /** Returns in how long a failed pod may be deleted; empty where none waits for that. */
  private Optional<Duration> tidy(DaemonPods pods, Node node, List<Pod> delete) {
    Optional<Duration> again = Optional.empty();
    List<Pod> running = new ArrayList<>();
    for (Pod pod : pods.on(node.name())) {
      if (pod.deleting()) {
        continue;
      }
      if (pod.status().phase() == Phase.FAILED) {
        Optional<Duration> wait = backoff(pods.set().key() + "/" + node.name());
        if (wait.isPresent()) {
          again = wait;
        } else {
          tell(pods, pod, node, "FailedDaemonPod", "failed", "kill");
          delete.add(pod);
        }
      } else if (pod.status().phase() == Phase.SUCCEEDED) {
        tell(pods, pod, node, "SucceededDaemonPod", "succeeded", "delete");
        delete.add(pod);
      } else {
        running.add(pod);
      }
    }
    delete.addAll(surplus(pods, running));
    return again;
  }

  private void tell(DaemonPods pods, Pod pod, Node node, String reason, String how, String what) {
    String message =
        "Found %s daemon pod %s on node %s, will try to %s it"
            .formatted(how, new Key(pod.namespace(), pod.name()), node.name(), what);
    if (reason.startsWith("Failed")) {
      env.events().warning(pods.set(), reason, message);
    } else {
      env.events().normal(pods.set(), reason, message);
    }
  }

  /** How long to wait still; empty where the wait is over, which begins the next, longer one. */
  private Optional<Duration> backoff(String key) {
    Duration now = env.clock().now();
    Backoff before = backoffs.get(key);
    if (before != null && now.compareTo(before.end()) < 0) {
      return Optional.of(before.end().minus(now));
    }
    boolean forgotten =
        before == null || now.compareTo(before.since().plus(LONGEST_BACKOFF.multipliedBy(2))) > 0;
    Duration longer = forgotten ? FIRST_BACKOFF : before.length().multipliedBy(2);
    backoffs.put(
        key, new Backoff(now, longer.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : longer));
    return Optional.empty();
  }

  /**
   * All but the oldest; while pods surge, an old and a new one may stand side by side until the new
   * one is available or the old one no longer ready.
   */
  private static List<Pod> surplus(DaemonPods pods, List<Pod> running) {
    if (running.size() <= 1) {
      return List.of();
    }
    if (pods.maxSurge() == 0) {
      return running.subList(1, running.size());
    }
    List<Pod> surplus = new ArrayList<>();
    Optional<Pod> old = Optional.empty();
    Optional<Pod> updated = Optional.empty();
    for (Pod pod : running) {
      if (pods.outdated(pod) && old.isEmpty()) {
        old = Optional.of(pod);
      } else if (!pods.outdated(pod) && updated.isEmpty()) {
        updated = Optional.of(pod);
      } else {
        surplus.add(pod);
      }
    }
    if (old.isPresent()
        && updated.isPresent()
        && (!old.get().ready() || pods.available(updated.get()))) {
      surplus.add(old.get());
    }
    return surplus;
  }
}
