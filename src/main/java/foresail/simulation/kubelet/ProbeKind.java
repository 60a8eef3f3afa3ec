package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.model.Probe;
import java.util.Optional;

/** What a probe decides. */
enum ProbeKind {
  STARTUP("Startup"),
  READINESS("Readiness"),
  LIVENESS("Liveness");

  private final String word;

  ProbeKind(String word) {
    this.word = word;
  }

  /** As Events write it. */
  String word() {
    return word;
  }

  Optional<Probe> of(Container container) {
    return switch (this) {
      case STARTUP -> container.startupProbe();
      case READINESS -> container.readinessProbe();
      case LIVENESS -> container.livenessProbe();
    };
  }

  /** What counts before the first result (pkg/kubelet/prober/worker.go, newWorker). */
  ProbeResult initial() {
    return switch (this) {
      case STARTUP -> ProbeResult.UNKNOWN;
      case READINESS -> ProbeResult.FAILURE;
      case LIVENESS -> ProbeResult.SUCCESS;
    };
  }
}
