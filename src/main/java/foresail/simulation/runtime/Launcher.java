package foresail.simulation.runtime;

import foresail.model.Volume;
import foresail.simulation.api.Pod;

/** Knows which process a container has. */
public interface Launcher {
  Launch launch(ContainerRequest request);

  /** Brings a volume that shows what the API server holds up to date. */
  void refresh(Pod pod, Volume volume);

  /** How much of the node's disk a pod's programs have filled. */
  StorageUse storage(Pod pod);

  /** Frees what a pod's containers shared: its volumes. */
  void forget(Pod pod);
}
