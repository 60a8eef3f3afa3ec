package foresail.simulation.controller.volume;

import foresail.model.PersistentVolume;
import foresail.simulation.api.Claim;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.StorageClass;
import foresail.simulation.api.Volume;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The volume that a provisioner makes for a claim: just what it asks for, reached everywhere. */
final class ProvisionedVolume {
  private ProvisionedVolume() {}

  static Volume of(Claim claim, StorageClass storage) {
    String name = "pvc-" + claim.uid();
    var root = new MappingNode(List.of(), claim.spec().node().span(), true);
    var manifest =
        new Manifest(new ObjectId("v1", "PersistentVolume", "", name), 0, root, List.of());
    var metadata = new foresail.model.ObjectMeta(root, name, "", "", Map.of(), Map.of(), List.of());
    var spec =
        new PersistentVolume(
            manifest,
            metadata,
            claim.spec().storage(),
            claim.spec().accessModes(),
            storage.name(),
            claim.spec().volumeMode(),
            claim.key().toString(),
            Optional.empty());
    return new Volume(ObjectMeta.named("", name), spec, "");
  }
}
