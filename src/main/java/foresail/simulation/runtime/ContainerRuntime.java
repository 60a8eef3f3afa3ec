package foresail.simulation.runtime;

import foresail.model.Volume;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Timings;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Timer;
import foresail.simulation.runtime.Process.ExecResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The containerd of one node. Every call takes its time and then tells the caller. */
public final class ContainerRuntime {
  /** Of the sandbox time, this much is the kubelet's wait for volumes. */
  private static final Duration SHORTEST_SANDBOX = Duration.ofMillis(100);

  /**
   * To take down a sandbox without running containers. Measured: a pod deleted while it waits in
   * CrashLoopBackOff has its last status 0.1 s later (recorded/delete-during-backoff).
   */
  private static final Duration STOP_SANDBOX = Duration.ofMillis(100);

  /** From the kubelet's call until the process has its signal. */
  private static final Duration STOP_REACHES = Duration.ofMillis(15);

  /** From the end of a process until the runtime's stop call returns. */
  private static final Duration STOP_RETURNS = Duration.ofMillis(50);

  private final Clock clock;
  private final Timings timings;
  private final Launcher launcher;
  private final Consumer<String> changed;
  private final Map<String, RuntimePod> pods = new HashMap<>();
  private final Map<String, RunningContainer> containers = new HashMap<>();
  private final String addressPrefix;
  private int addresses;
  private long ids;

  /** What the runtime has of one pod. */
  private static final class RuntimePod {
    private final List<SandboxView> sandboxes = new ArrayList<>();
    private final Map<String, RunningContainer> containers = new LinkedHashMap<>();
  }

  /**
   * @param node position of the node in the cluster, for its addresses
   * @param changed told a pod's uid whenever something about it has changed
   */
  public ContainerRuntime(
      Clock clock, Timings timings, Launcher launcher, int node, Consumer<String> changed) {
    this.clock = clock;
    this.timings = timings;
    this.launcher = launcher;
    this.changed = changed;
    this.addressPrefix = "10." + (88 + node / 256) + "." + node % 256 + ".";
  }

  /**
   * Sets up a pod's sandbox.
   *
   * @param volumeWait what the wait for volumes took of the time that the facts give for both
   */
  public void runSandbox(Pod pod, int attempt, Duration volumeWait, Consumer<SandboxView> done) {
    Duration rest = timings.sandbox().minus(volumeWait);
    Duration takes = rest.compareTo(SHORTEST_SANDBOX) < 0 ? SHORTEST_SANDBOX : rest;
    clock.after(
        takes,
        () -> {
          var sandbox = new SandboxView(nextId("sandbox"), attempt, true, nextAddress());
          podOf(pod.uid()).sandboxes.add(0, sandbox);
          changed.accept(pod.uid());
          done.accept(sandbox);
        });
  }

  /** Takes down a pod's sandboxes; their containers are to be stopped before. */
  public void stopSandbox(String podUid, Runnable done) {
    clock.after(
        STOP_SANDBOX,
        () -> {
          RuntimePod pod = podOf(podUid);
          pod.sandboxes.replaceAll(
              sandbox -> new SandboxView(sandbox.id(), sandbox.attempt(), false, sandbox.ip()));
          changed.accept(podUid);
          done.run();
        });
  }

  /** Creates a container; tells its id. */
  public void create(ContainerRequest request, Consumer<String> done) {
    clock.after(
        timings.create(),
        () -> {
          String id = nextId("container");
          String uid = request.pod().uid();
          var container = new RunningContainer(id, request, clock, () -> changed.accept(uid));
          containers.put(id, container);
          podOf(uid).containers.put(id, container);
          changed.accept(uid);
          done.accept(id);
        });
  }

  /** Starts a created container; tells the runtime's words where that failed. */
  public void start(String id, Consumer<Optional<String>> done) {
    clock.after(
        timings.start(),
        () -> {
          RunningContainer container = containers.get(id);
          Launch launch = launcher.launch(container.request());
          container.start(launch);
          done.accept(
              launch.process().isPresent() ? Optional.empty() : Optional.of(launch.message()));
        });
  }

  /**
   * Stops a container: SIGTERM, and after the grace SIGKILL.
   *
   * @param done told when it has ended; at once where it had
   */
  public void stop(String id, Duration grace, Runnable done) {
    RunningContainer container = containers.get(id);
    if (container == null || !container.running()) {
      done.run();
      return;
    }
    Timer kill = clock.after(grace, () -> container.signal(Signal.KILL));
    container.whenEnded(
        () -> {
          kill.cancel();
          clock.after(STOP_RETURNS, done);
        });
    clock.after(STOP_REACHES, () -> container.signal(Signal.TERM));
  }

  /**
   * Runs a command in a container.
   *
   * @return ends the command without word
   */
  public Runnable exec(String id, List<String> command, Consumer<ExecResult> ended) {
    RunningContainer container = containers.get(id);
    if (container == null) {
      ended.accept(new ExecResult(Process.Exit.KILLED.code(), "container not found"));
      return () -> {};
    }
    return container.exec(command, ended);
  }

  /** The process of a container that runs. */
  public Optional<Process> process(String id) {
    return Optional.ofNullable(containers.get(id)).flatMap(RunningContainer::process);
  }

  /** The processes of a pod's running containers, in the order of their creation. */
  public List<Process> processes(String podUid) {
    RuntimePod pod = pods.get(podUid);
    var processes = new ArrayList<Process>();
    if (pod != null) {
      pod.containers.values().forEach(each -> each.process().ifPresent(processes::add));
    }
    return processes;
  }

  /** What the runtime knows of a pod now. */
  public PodView view(String podUid) {
    RuntimePod pod = pods.get(podUid);
    if (pod == null) {
      return PodView.EMPTY;
    }
    var views = new ArrayList<ContainerView>(pod.containers.size());
    for (RunningContainer container : pod.containers.values()) {
      views.add(0, container.view());
    }
    return new PodView(pod.sandboxes, views);
  }

  /** Brings a volume of a pod that shows what the API server holds up to date. */
  public void refresh(Pod pod, Volume volume) {
    launcher.refresh(pod, volume);
  }

  /** How much of the node's disk a pod's programs have filled. */
  public StorageUse storage(Pod pod) {
    return launcher.storage(pod);
  }

  /** Removes one container that has ended. */
  public void removeContainer(String podUid, String id) {
    containers.remove(id);
    podOf(podUid).containers.remove(id);
    changed.accept(podUid);
  }

  /** Removes all that is left of a pod. */
  public void removePod(Pod pod) {
    RuntimePod removed = pods.remove(pod.uid());
    if (removed != null) {
      removed.containers.keySet().forEach(containers::remove);
    }
    launcher.forget(pod);
  }

  private RuntimePod podOf(String uid) {
    return pods.computeIfAbsent(uid, unused -> new RuntimePod());
  }

  private String nextId(String kind) {
    return kind + "-" + ++ids;
  }

  private String nextAddress() {
    addresses++;
    return addressPrefix + addresses % 65536; // beyond 254 no real address, but still a unique one
  }
}
