package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The probe workers of all pods, and what they have found out.
 *
 * <p>Source: pkg/kubelet/prober/prober_manager.go, results/results_manager.go, v1.36.
 */
final class ProbeManager {
  private final Map<String, Map<WorkerKey, ProbeWorker>> workers = new HashMap<>();
  private final Map<ProbeKind, Map<String, ProbeResult>> results = new HashMap<>();
  private final ProbeContext context;

  private record WorkerKey(String container, ProbeKind kind) {}

  ProbeManager(ProbeContext context) {
    this.context = context;
    for (ProbeKind kind : ProbeKind.values()) {
      results.put(kind, new HashMap<>());
    }
  }

  /** Starts the workers of a pod that do not run yet. */
  void add(Pod pod) {
    Map<WorkerKey, ProbeWorker> ofPod =
        workers.computeIfAbsent(pod.uid(), unused -> new LinkedHashMap<>());
    for (Container container : pod.spec().initContainers()) {
      if (PodSpec.isSidecar(container)) {
        add(ofPod, pod, container);
      }
    }
    for (Container container : pod.spec().containers()) {
      add(ofPod, pod, container);
    }
  }

  private void add(Map<WorkerKey, ProbeWorker> ofPod, Pod pod, Container container) {
    for (ProbeKind kind : ProbeKind.values()) {
      kind.of(container)
          .ifPresent(
              probe -> {
                var key = new WorkerKey(container.name(), kind);
                if (!ofPod.containsKey(key)) {
                  var worker = new ProbeWorker(this, context, pod, container, kind, probe);
                  ofPod.put(key, worker);
                  worker.start();
                }
              });
    }
  }

  /** Ends the liveness and startup workers of a pod's app containers: it is being stopped. */
  void stopLivenessAndStartup(Pod pod) {
    Map<WorkerKey, ProbeWorker> ofPod = workers.get(pod.uid());
    if (ofPod == null) {
      return; // deleted before its volumes were there
    }
    for (Container container : pod.spec().containers()) {
      for (ProbeKind kind : List.of(ProbeKind.LIVENESS, ProbeKind.STARTUP)) {
        ProbeWorker worker = ofPod.remove(new WorkerKey(container.name(), kind));
        if (worker != null) {
          worker.stop();
        }
      }
    }
  }

  /** Ends all workers of a pod. */
  void remove(Pod pod) {
    Map<WorkerKey, ProbeWorker> ofPod = workers.remove(pod.uid());
    if (ofPod != null) {
      ofPod.values().forEach(ProbeWorker::stop);
    }
  }

  Optional<ProbeResult> result(ProbeKind kind, String containerId) {
    return Optional.ofNullable(results.get(kind).get(containerId));
  }

  /** Whether a probe of this kind has condemned a running container. */
  boolean failed(ProbeKind kind, String containerId) {
    return result(kind, containerId).filter(ProbeResult.FAILURE::equals).isPresent();
  }

  /** Keeps a result; tells whether it is new. */
  boolean set(ProbeKind kind, String containerId, ProbeResult result) {
    return results.get(kind).put(containerId, result) != result;
  }

  void forget(ProbeKind kind, String containerId) {
    results.get(kind).remove(containerId);
  }

  /** Fills in whether containers have started and are ready. */
  List<ContainerStatus> withResults(Pod pod, List<ContainerStatus> statuses, boolean init) {
    var filled = new ArrayList<ContainerStatus>(statuses.size());
    for (ContainerStatus status : statuses) {
      if (init && !isSidecar(pod, status.name())) {
        boolean done = status.state().succeeded();
        filled.add(status.withReady(done, status.state().running()));
      } else {
        boolean started = started(pod, status);
        filled.add(status.withReady(started && ready(pod, status), started));
      }
    }
    return filled;
  }

  private static boolean isSidecar(Pod pod, String name) {
    return pod.spec().initContainers().stream()
        .anyMatch(container -> container.name().equals(name) && PodSpec.isSidecar(container));
  }

  private boolean started(Pod pod, ContainerStatus status) {
    if (!status.state().running()) {
      return false;
    }
    return result(ProbeKind.STARTUP, status.containerId())
        .map(ProbeResult.SUCCESS::equals)
        .orElseGet(() -> worker(pod, status.name(), ProbeKind.STARTUP).isEmpty());
  }

  private boolean ready(Pod pod, ContainerStatus status) {
    if (result(ProbeKind.READINESS, status.containerId())
        .filter(ProbeResult.SUCCESS::equals)
        .isPresent()) {
      return true;
    }
    Optional<ProbeWorker> worker = worker(pod, status.name(), ProbeKind.READINESS);
    worker.ifPresent(ProbeWorker::trigger);
    return worker.isEmpty();
  }

  private Optional<ProbeWorker> worker(Pod pod, String container, ProbeKind kind) {
    return Optional.ofNullable(
        workers.getOrDefault(pod.uid(), Map.of()).get(new WorkerKey(container, kind)));
  }
}
