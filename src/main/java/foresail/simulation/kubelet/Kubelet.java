package foresail.simulation.kubelet;

import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.simulation.facts.Facts;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.runtime.Launcher;
import foresail.simulation.scheduler.ClusterView;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kubelet of one node: one worker for each pod that is bound to it.
 *
 * <p>Source: pkg/kubelet/kubelet.go, v1.36.
 */
public final class Kubelet {
  private final Environment env;
  private final String node;
  private final ClusterView cluster;
  private final ContainerRuntime runtime;
  private final Pleg pleg;
  private final StatusManager statuses;
  private final PodSync.Parts parts;
  private final Evictions evictions = new Evictions();
  private final StorageEviction storage;
  private final Map<String, PodWorker> workers = new LinkedHashMap<>();
  private final Map<String, Pod> refused = new HashMap<>();
  private final Map<String, Pod> missed = new LinkedHashMap<>();
  private boolean silent;

  /**
   * @param number position of the node in the cluster, from 0
   */
  public Kubelet(
      Environment env,
      Facts facts,
      ClusterView cluster,
      Launcher launcher,
      String node,
      int number) {
    this.env = env;
    this.node = node;
    this.cluster = cluster;
    Duration half = Timing.RELIST_PERIOD.dividedBy(2);
    Duration phase = env.jitter().between(Duration.ZERO, Timing.RELIST_PERIOD).minus(half);
    var relists = new Rhythm(phase.plus(Timing.MIDDLE_RELIST), Timing.RELIST_PERIOD);
    this.runtime =
        new ContainerRuntime(env.clock(), facts.timings(), launcher, number, this::changed);
    this.pleg = new Pleg(env.clock(), runtime, relists, this::wake);
    this.statuses = new StatusManager(env.clock(), env.api(), this::couldHaveRunningContainers);
    this.parts = parts(facts);
    this.storage =
        new StorageEviction(env.clock(), env.jitter(), runtime, this::isActive, this::evict);
    env.api().watchNode(node, Latency.WATCH, new PodWatcher());
  }

  private PodSync.Parts parts(Facts facts) {
    var prober = new Prober(env.clock(), env.events(), runtime);
    var probes =
        new ProbeManager(
            new ProbeContext(
                env.clock(), env.events(), statuses, prober, this::wake, this::newest));
    var reasons = new ReasonCache();
    var deadline = new ActiveDeadline(env.clock(), env.events());
    var hooks = new Hooks(env.clock(), runtime);
    var kill = new ContainerKill(env.clock(), env.events(), runtime, hooks);
    var restartAll = new RestartAll(runtime, kill);
    return new PodSync.Parts(
        env.clock(),
        env.api(),
        env.events(),
        runtime,
        new StatusGenerator(
            env.clock(),
            reasons,
            restartAll,
            probes,
            statuses,
            deadline,
            evictions,
            facts.release()),
        statuses,
        new VolumeManager(env.clock(), env.events(), runtime, new VolumeSources(env.api())),
        probes,
        reasons,
        new ContainerStart(
            env.clock(),
            env.events(),
            facts,
            runtime,
            new ContainerConfig(env.api()),
            hooks,
            kill,
            restartAll),
        kill,
        new PodKill(runtime, kill),
        restartAll,
        pleg);
  }

  /** The runtime of this node, for those who talk to its containers over the network. */
  public ContainerRuntime runtime() {
    return runtime;
  }

  /** The kubelet says and hears nothing any more; its containers run on. */
  public void silence() {
    silent = true;
    statuses.silence(true);
  }

  /** The kubelet was started anew: it hears what it has missed, and has no back-offs. */
  public void speak() {
    silent = false;
    parts.reasons().clear();
    parts.start().startAnew();
    statuses.silence(false);
    List<Pod> heard = List.copyOf(missed.values());
    missed.clear();
    heard.forEach(this::latest);
    List.copyOf(workers.values()).forEach(PodWorker::wake);
  }

  private void latest(Pod pod) {
    Optional<Pod> now = env.api().get(Pod.KIND, pod.key());
    if (now.filter(each -> each.uid().equals(pod.uid())).isPresent()) {
      handle(now.get());
    } else {
      remove(pod);
    }
  }

  private final class PodWatcher implements Watcher<Pod> {
    @Override
    public void added(Pod pod) {
      if (pod.nodeName().equals(node)) {
        hear(pod);
      }
    }

    @Override
    public void updated(Pod before, Pod now) {
      if (now.nodeName().equals(node)) {
        hear(now);
      }
    }

    @Override
    public void deleted(Pod last) {
      if (last.nodeName().equals(node)) {
        if (silent) {
          missed.put(last.uid(), last);
        } else {
          remove(last);
        }
      }
    }
  }

  private void hear(Pod pod) {
    if (silent) {
      missed.put(pod.uid(), pod);
    } else {
      handle(pod);
    }
  }

  private void handle(Pod pod) {
    PodWorker known = workers.get(pod.uid());
    if (known != null) {
      update(known, pod);
    } else if (!refused.containsKey(pod.uid()) && !pod.terminal()) {
      admit(pod);
    }
  }

  /** The kubelet's own status writes come back to it, and are no reason for another look. */
  private static void update(PodWorker worker, Pod pod) {
    Pod before = worker.pod();
    boolean matters =
        before.spec() != pod.spec()
            || before.deleting() != pod.deleting()
            || !before.metadata().labels().equals(pod.metadata().labels())
            || !before.metadata().annotations().equals(pod.metadata().annotations())
            || !before.metadata().deletion().equals(pod.metadata().deletion());
    worker.refresh(pod);
    if (matters) {
      worker.update(pod);
    }
  }

  private void admit(Pod pod) {
    Optional<NodeAdmission.Refusal> refusal = NodeAdmission.check(pod, cluster, node);
    if (refusal.isPresent()) {
      refuse(pod, refusal.get());
      return;
    }
    var worker = new PodWorker(parts, env.jitter(), () -> silent, pod);
    workers.put(pod.uid(), worker);
    storage.watch(pod);
    worker.update(pod);
  }

  private boolean isActive(String podUid) {
    PodWorker worker = workers.get(podUid);
    return worker != null && worker.isActive();
  }

  private void evict(Pod pod, String message) {
    evictions.add(pod.uid(), message);
    env.events().warning(pod, Evictions.REASON, message);
    workers.get(pod.uid()).evict();
  }

  private void refuse(Pod pod, NodeAdmission.Refusal refusal) {
    refused.put(pod.uid(), pod);
    env.events().warning(pod, refusal.reason(), refusal.message());
    PodStatus failed =
        pod.status()
            .withPhase(Phase.FAILED, refusal.reason(), "Pod was rejected: " + refusal.message());
    statuses.set(pod, failed);
  }

  private void remove(Pod pod) {
    refused.remove(pod.uid());
    PodWorker worker = workers.get(pod.uid());
    if (worker == null) {
      return;
    }
    if (worker.finished()) {
      forget(pod);
    } else {
      worker.removed(() -> forget(pod));
    }
  }

  private void forget(Pod pod) {
    workers.remove(pod.uid());
    parts.probes().remove(pod);
    parts.reasons().forget(pod.uid());
    parts.volumes().forget(pod.uid());
    parts.start().forget(pod.uid());
    parts.restartAll().forget(pod.uid());
    evictions.forget(pod.uid());
    statuses.forget(pod.uid());
    pleg.forget(pod.uid());
    runtime.removePod(pod);
  }

  private void changed(String podUid) {
    pleg.changed(podUid);
  }

  private void wake(String podUid) {
    PodWorker worker = workers.get(podUid);
    if (worker != null && !silent) {
      worker.wake();
    }
  }

  private Optional<Pod> newest(String podUid) {
    return silent
        ? Optional.empty() // nobody probes either
        : Optional.ofNullable(workers.get(podUid)).map(PodWorker::pod);
  }

  private boolean couldHaveRunningContainers(String podUid) {
    PodWorker worker = workers.get(podUid);
    return worker != null && worker.couldHaveRunningContainers();
  }
}
