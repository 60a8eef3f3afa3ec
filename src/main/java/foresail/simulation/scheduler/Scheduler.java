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
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.CoveringBudgets;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.PodDeletion;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.EnumSet;
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

  /** How often PreBind looks whether claims are bound (volumebinding/binder.go, BindPodVolumes). */
  private static final Duration CLAIM_POLL = Duration.ofSeconds(1);

  private static final Duration BIND_TIMEOUT = Duration.ofSeconds(600);

  private final Environment env;
  private final ApiServer api;
  private final ClusterView cluster;
  private final ClaimCheck claims;
  private final Neighbours neighbours;
  private final NodeSearch search;
  private final Preemption preemption;
  private final SchedulingQueue queue;
  private final Set<Key> binding = new LinkedHashSet<>();

  public Scheduler(Environment env, ClusterView cluster) {
    this.env = env;
    this.api = env.api();
    this.cluster = cluster;
    this.claims = new ClaimCheck(api);
    this.neighbours = new Neighbours(api);
    NodeFilters filters = new NodeFilters(claims);
    this.search = new NodeSearch(cluster, filters, neighbours);
    this.preemption =
        new Preemption(
            cluster, filters, neighbours, new BudgetViolations(new CoveringBudgets(api)));
    this.queue = new SchedulingQueue(env.clock(), CYCLE, this::scheduleOne);
    api.watch(Pod.KIND, Latency.WATCH, new PodWatcher());
    api.watch(Node.KIND, Latency.WATCH, nodeWatch());
    retryOn(Claim.KIND);
    retryOn(Volume.KIND);
    retryOn(StorageClass.KIND);
  }

  private final class PodWatcher implements Watcher<Pod> {
    @Override
    public void added(Pod pod) {
      if (pod.nodeName().isEmpty()) {
        queue.add(pod);
      } else {
        queue.changed(ClusterChange.POD_BOUND); // a pod that others want near has come
      }
    }

    @Override
    public void updated(Pod before, Pod now) {
      boolean relabelled = !before.metadata().labels().equals(now.metadata().labels());
      if (now.nodeName().isEmpty()) {
        if (relabelled
            || before.spec() != now.spec()
            || !before.assigned().equals(now.assigned())) {
          queue.add(now);
        }
        return;
      }
      if (before.nodeName().isEmpty() || relabelled) {
        queue.changed(ClusterChange.POD_BOUND);
      }
      if (now.terminal() && !before.terminal()) {
        queue.changed(ClusterChange.POD_GONE);
      }
    }

    @Override
    public void deleted(Pod last) {
      queue.forget(last.key());
      queue.changed(ClusterChange.POD_GONE);
    }
  }

  private Watcher<Node> nodeWatch() {
    return new Watcher<>() {
      @Override
      public void added(Node node) {
        queue.changed(ClusterChange.NODE);
      }

      @Override
      public void updated(Node before, Node now) {
        boolean changed =
            !before.taints().equals(now.taints())
                || !before.metadata().labels().equals(now.metadata().labels())
                || !before.allocatable().equals(now.allocatable())
                || before.unschedulable() != now.unschedulable();
        if (changed) {
          queue.changed(ClusterChange.NODE);
        }
      }
    };
  }

  private <O extends ApiObject<O>> void retryOn(Kind<O> kind) {
    api.watch(kind, Latency.WATCH, Watcher.ofEach(object -> queue.changed(ClusterChange.STORAGE)));
  }

  private void scheduleOne(Key key) {
    Optional<Pod> found = api.get(Pod.KIND, key);
    if (found.isEmpty() || !mine(found.get()) || binding.contains(key)) {
      return;
    }
    Pod pod = found.get();
    int nodes = cluster.nodes().size();
    if (nodes == 0) {
      fail(pod, FitMessage.NO_NODES, EnumSet.allOf(Plugin.class));
      return;
    }
    Optional<String> problem = claims.problem(pod);
    if (problem.isPresent()) {
      // The next plugin finds nothing prepared and says so.
      fail(
          pod,
          FitMessage.of(nodes, problem.get()) + " not found",
          EnumSet.of(Plugin.VOLUME_BINDING));
      return;
    }
    Placement placement = Placement.of(pod, Snapshot.of(cluster), neighbours);
    Map<NodeInfo, Rejection> rejections = new LinkedHashMap<>();
    List<NodeInfo> suitable = search.suitable(placement, rejections);
    if (suitable.isEmpty()) {
      preempt(placement, rejections);
    } else {
      reserve(pod, new Scores(Snapshot.of(cluster), neighbours).best(pod, suitable));
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

  private void preempt(Placement placement, Map<NodeInfo, Rejection> rejections) {
    Set<Plugin> why = EnumSet.noneOf(Plugin.class);
    rejections.values().forEach(rejection -> why.add(rejection.plugin()));
    String message = FitMessage.of(cluster.nodes().size(), List.copyOf(rejections.values()));
    Preemption.Outcome outcome = preemption.find(placement, rejections);
    fail(placement.pod(), message + outcome.text(), why);
    outcome.plan().ifPresent(plan -> evict(placement.pod(), plan));
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
    cluster.outranked(node, pod).forEach(behind -> nominate(behind, ""));
    nominate(pod, node);
  }

  private void nominate(Pod pod, String node) {
    api.updateStatus(
        Pod.KIND, pod.key(), each -> each.withStatus(each.status().withNominatedNode(node)));
  }

  /** Notes why a pod has no node; an equal message is not written again. */
  private void fail(Pod pod, String message, Set<Plugin> why) {
    queue.setAside(pod, why);
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
  }

  /** Has the claims of a pod bound, and then the pod itself. */
  private void reserve(Pod pod, NodeInfo node) {
    List<Claim> open = claims.toBind(pod);
    if (open.isEmpty()) {
      bind(pod, node);
      return;
    }
    binding.add(pod.key());
    Pod placed = pod.withAssigned(pod.assigned().withNodeName(node.node().name()));
    cluster.assume(placed);
    for (Claim claim : open) {
      Optional<Volume> volume = claims.candidate(claim, node);
      if (volume.isPresent()) {
        api.update(Volume.KIND, volume.get().key(), each -> each.withClaim(claim.reference()));
        api.update(Claim.KIND, claim.key(), each -> each.withVolumeName(volume.get().name()));
      } else {
        api.update(Claim.KIND, claim.key(), each -> each.withSelectedNode(node.node().name()));
      }
    }
    awaitClaims(placed, node, env.clock().now().plus(BIND_TIMEOUT));
  }

  private void awaitClaims(Pod pod, NodeInfo node, Duration end) {
    env.clock()
        .after(
            CLAIM_POLL,
            () -> {
              Optional<Pod> now = api.get(Pod.KIND, pod.key());
              if (now.isEmpty() || !now.get().uid().equals(pod.uid()) || now.get().deleting()) {
                giveUp(pod);
              } else if (claims.toBind(pod).isEmpty()) {
                binding.remove(pod.key());
                bind(pod, node);
              } else if (env.clock().now().compareTo(end) >= 0) {
                giveUp(pod);
                fail(
                    now.get(),
                    "running PreBind plugin \"VolumeBinding\": binding volumes: context deadline"
                        + " exceeded",
                    EnumSet.of(Plugin.VOLUME_BINDING));
              } else {
                awaitClaims(pod, node, end);
              }
            });
  }

  private void giveUp(Pod placed) {
    binding.remove(placed.key());
    cluster.forget(placed);
  }

  private void bind(Pod pod, NodeInfo node) {
    String name = node.node().name();
    var scheduled = new Condition("PodScheduled", Condition.TRUE, "", "", env.clock().now());
    api.update(
        Pod.KIND,
        pod.key(),
        each ->
            each.withAssigned(each.assigned().withNodeName(name))
                .withStatus(each.status().with(scheduled).withNominatedNode("")));
    env.events()
        .record(
            pod,
            EventType.NORMAL,
            "Scheduled",
            "Successfully assigned " + pod.key() + " to " + name);
  }
}
