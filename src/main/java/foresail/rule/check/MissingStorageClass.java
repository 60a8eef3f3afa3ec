package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;
import foresail.model.PersistentVolume;
import foresail.rule.Scope;

/** Classes of storage that nobody knows. */
public final class MissingStorageClass extends MissingObject {
  public MissingStorageClass() {
    super("StorageClass", Use.STORAGE_CLASS);
  }

  @Override
  String consequence(Reference first) {
    return "the claim stays Pending, event ProvisioningFailed: storageclass.storage.k8s.io \""
        + first.name()
        + "\" not found";
  }

  /** A claim may also be bound to a volume that names the same class, which need not exist. */
  @Override
  boolean isHarmless(Reference reference, Scope scope) {
    return scope.graph().objects().stream()
        .anyMatch(
            object ->
                object instanceof PersistentVolume volume
                    && volume.storageClassName().equals(reference.name()));
  }
}
