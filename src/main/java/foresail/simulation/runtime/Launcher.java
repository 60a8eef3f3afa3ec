package foresail.simulation.runtime;

import foresail.simulation.api.Pod;

/** Knows which process a container has. */
public interface Launcher {
  Launch launch(ContainerRequest request);

  /** Frees what a pod's containers shared: its volumes. */
  void forget(Pod pod);
}
