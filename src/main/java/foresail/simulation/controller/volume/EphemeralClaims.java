package foresail.simulation.controller.volume;

import foresail.model.Volume;
import foresail.model.VolumeSource;
import foresail.simulation.api.Claim;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.List;

/**
 * Makes the claims of pods' ephemeral volumes, named {@code POD-VOLUME}; they go with the pod.
 *
 * <p>Source: pkg/controller/volume/ephemeral/controller.go, v1.36.
 */
public final class EphemeralClaims {
  private final Clock clock;
  private final ApiServer api;

  public EphemeralClaims(Environment env) {
    this.clock = env.clock();
    this.api = env.api();
    api.watch(
        Pod.KIND,
        Latency.WATCH,
        new Watcher<Pod>() {
          @Override
          public void added(Pod pod) {
            for (Volume volume : pod.spec().volumes()) {
              if (volume.source() instanceof VolumeSource.Ephemeral ephemeral) {
                clock.after(Latency.SYNC, () -> create(pod, volume.name(), ephemeral));
              }
            }
          }
        });
  }

  private void create(Pod pod, String volume, VolumeSource.Ephemeral ephemeral) {
    ObjectMeta metadata =
        ObjectMeta.named(pod.namespace(), pod.name() + "-" + volume)
            .withOwners(List.of(OwnerReference.controlledBy(pod)));
    if (api.get(Pod.KIND, pod.key()).filter(now -> now.uid().equals(pod.uid())).isPresent()) {
      api.create(Claim.fresh(metadata, ephemeral.claim()));
    }
  }
}
