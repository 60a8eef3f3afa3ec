package foresail.simulation.scheduler;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Condition;
import foresail.simulation.api.EventType;
import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Node;
import foresail.simulation.api.Pod;
import foresail.simulation.api.StorageClass;
import foresail.simulation.api.Volume;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.PodDeletion;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds each pod that has no node to one, or says why it cannot; pods that could not be placed are
 * tried again when something changes that could help.
 *
 * <p>Source: pkg/scheduler/schedule_one.go, pkg/scheduler/backend/queue/scheduling_queue.go, v1.36.
 */
public final class Scheduler {
  private static final String NAME = "default-scheduler";

  /** One cycle with its writes; from the same measurement as {@link Latency#SYNC}. */
  private static final Duration CYCLE = Duration.ofMillis(3);

  /** Unplaced pods are tried again after 5 min whatever happens (flushUnschedulableLeftover). */
  private static final Duration LEFTOVER = Duration.ofMinutes(5);

  /** How often PreBind looks whether claims are bound (volumebinding/binder.go, BindPodVolumes). */
  private static final Duration CLAIM_POLL = Duration.ofSeconds(1);

  private static final Duration BIND_TIMEOUT = Duration.ofSeconds(600);

  private final Environment env;
  private final ApiServer api;
  private final ClusterView cluster;
  private final ClaimCheck claims;
  private final NodeFilters filters;
  private final Preemption preemption;
  private final WorkQueue<Key> queue;
  private final Set<Key> unplaced = new LinkedHashSet<>();
  private final Set<Key> binding = new LinkedHashSet<>();

  public Scheduler(Environment env, ClusterView cluster) {
    this.env = env;
    this.api = env.api();
    this.cluster = cluster;
    this.claims = new ClaimCheck(api);
    this.filters = new NodeFilters(api, cluster, claims);
    this.preemption = new Preemption(cluster, filters);
    this.queue = new WorkQueue<>(env.clock(), CYCLE, this::scheduleOne);
    api.watch(Pod.KIND, Latency.WATCH, new PodWatcher());
    retryOn(Node.KIND);
    retryOn(Claim.KIND);
    retryOn(Volume.KIND);
    retryOn(StorageClass.KIND);
  }

  private final class PodWatcher implements Watcher<Pod> {
    @Override
    public void added(Pod pod) {
      if (pod.nodeName().isEmpty()) {
        queue.add(pod.key());
      } else {
        retryUnplaced(); // a pod that others want near has come
      }
    }

    @Override
    public void updated(Pod before, Pod now) {
      if (now.nodeName().isEmpty()) {
        boolean changed =
            !before.assigned().equals(now.assigned())
                || before.spec() != now.spec()
                || !before.metadata().labels().equals(now.metadata().labels());
        if (changed) {
          queue.add(now.key());
        }
      } else if (now.terminal() && !before.terminal()
          || before.nodeName().isEmpty()
          || !before.metadata().labels().equals(now.metadata().labels())) {
        retryUnplaced();
      }
    }

    @Override
    public void deleted(Pod last) {
      unplaced.remove(last.key());
      retryUnplaced();
    }
  }

  private <O extends ApiObject<O>> void retryOn(Kind<O> kind) {
    api.watch(
        kind,
        Latency.WATCH,
        new Watcher<O>() {
          @Override
          public void added(O object) {
            retryUnplaced();
          }

          @Override
          public void updated(O before, O now) {
            retryUnplaced();
          }
        });
  }

  private void retryUnplaced() {
    List.copyOf(unplaced).forEach(queue::add);
  }

  private void scheduleOne(Key key) {
    unplaced.remove(key);
    Optional<Pod> found = api.get(Pod.KIND, key);
    if (found.isEmpty() || !mine(found.get()) || binding.contains(key)) {
      return;
    }
    Pod pod = found.get();
    Optional<String> problem = claims.problem(pod);
    int nodes = cluster.nodes().size();
    if (nodes == 0) {
      fail(pod, FitMessage.NO_NODES);
      return;
    }
    if (problem.isPresent()) {
      fail(pod, FitMessage.of(nodes, problem.get()) + " not found");
      return;
    }
    Map<NodeInfo, Rejection> rejections = new LinkedHashMap<>();
    Optional<NodeInfo> best = Optional.empty();
    for (NodeInfo node : cluster.nodes()) {
      Optional<Rejection> rejection = filters.check(pod, node);
      if (rejection.isPresent()) {
        rejections.put(node, rejection.get());
      } else if (best.isEmpty() || NodeScore.better(pod, node, best.get())) {
        best = Optional.of(node);
      }
    }
    if (best.isPresent()) {
      reserve(pod, best.get());
    } else {
      preempt(pod, rejections);
    }
  }

  private static boolean mine(Pod pod) {
    boolean other =
        !pod.spec().schedulerName().isEmpty() && !pod.spec().schedulerName().equals(NAME);
    return !other
        && pod.nodeName().isEmpty()
        && pod.assigned().gates().isEmpty()
        && !pod.deleting()
        && !pod.terminal();
  }

  private void preempt(Pod pod, Map<NodeInfo, Rejection> rejections) {
    String message = FitMessage.of(cluster.nodes().size(), List.copyOf(rejections.values()));
    Preemption.Outcome outcome = preemption.find(pod, rejections);
    fail(pod, message + outcome.text());
    outcome.plan().ifPresent(plan -> evict(pod, plan));
  }

  private void evict(Pod pod, Preemption.Plan plan) {
    String node = plan.node().node().name();
    for (Pod victim : plan.victims()) {
      var disrupted =
          new Condition(
              "DisruptionTarget",
              Condition.TRUE,
              "PreemptionByScheduler",
              NAME + ": preempting to accommodate a higher priority pod",
              env.clock().now());
      api.updateStatus(
          Pod.KIND, victim.key(), each -> each.withStatus(each.status().with(disrupted)));
      env.events()
          .record(
              victim,
              EventType.NORMAL,
              "Preempted",
              "Preempted by pod " + pod.uid() + " on node " + node);
      PodDeletion.request(api, victim.key());
    }
    api.updateStatus(
        Pod.KIND, pod.key(), each -> each.withStatus(each.status().withNominatedNode(node)));
  }

  /** Notes why a pod has no node; an equal message is not written again. */
  private void fail(Pod pod, String message) {
    unplaced.add(pod.key());
    env.events().warning(pod, "FailedScheduling", message);
    var condition =
        new Condition("PodScheduled", Condition.FALSE, "Unschedulable", message, env.clock().now());
    boolean known =
        Condition.find(pod.status().conditions(), "PodScheduled")
            .filter(condition::says)
            .isPresent();
    if (!known) {
      api.updateStatus(Pod.KIND, pod.key(), each -> each.withStatus(each.status().with(condition)));
    }
    queue.addAfter(pod.key(), LEFTOVER);
  }

  /** Has the claims of a pod bound, and then the pod itself. */
  private void reserve(Pod pod, NodeInfo node) {
    List<Claim> open = claims.toBind(pod);
    if (open.isEmpty()) {
      bind(pod, node);
      return;
    }
    binding.add(pod.key());
    for (Claim claim : open) {
      Optional<Volume> volume = claims.candidate(claim, node);
      if (volume.isPresent()) {
        api.update(Volume.KIND, volume.get().key(), each -> each.withClaim(claim.reference()));
        api.update(Claim.KIND, claim.key(), each -> each.withVolumeName(volume.get().name()));
      } else {
        api.update(Claim.KIND, claim.key(), each -> each.withSelectedNode(node.node().name()));
      }
    }
    awaitClaims(pod, node, env.clock().now().plus(BIND_TIMEOUT));
  }

  private void awaitClaims(Pod pod, NodeInfo node, Duration end) {
    env.clock()
        .after(
            CLAIM_POLL,
            () -> {
              Optional<Pod> now = api.get(Pod.KIND, pod.key());
              if (now.isEmpty() || !now.get().uid().equals(pod.uid()) || now.get().deleting()) {
                binding.remove(pod.key());
              } else if (claims.toBind(pod).isEmpty()) {
                binding.remove(pod.key());
                bind(pod, node);
              } else if (env.clock().now().compareTo(end) >= 0) {
                binding.remove(pod.key());
                fail(
                    pod,
                    "running PreBind plugin \"VolumeBinding\": binding volumes: context deadline"
                        + " exceeded");
              } else {
                awaitClaims(pod, node, end);
              }
            });
  }

  private void bind(Pod pod, NodeInfo node) {
    String name = node.node().name();
    var scheduled = new Condition("PodScheduled", Condition.TRUE, "", "", env.clock().now());
    api.update(
        Pod.KIND,
        pod.key(),
        each ->
            each.withAssigned(each.assigned().withNodeName(name))
                .withStatus(each.status().with(scheduled)));
    env.events()
        .record(
            pod,
            EventType.NORMAL,
            "Scheduled",
            "Successfully assigned " + pod.key() + " to " + name);
  }
}
