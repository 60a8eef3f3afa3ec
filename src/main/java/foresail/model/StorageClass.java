package foresail.model;

import foresail.source.Manifest;

/**
 * @param waitForFirstConsumer whether a claim is bound only when a pod wants it
 */
public record StorageClass(
    Manifest manifest,
    ObjectMeta metadata,
    String provisioner,
    boolean waitForFirstConsumer,
    boolean isDefault)
    implements KubernetesObject {
  static StorageClass of(Manifest manifest, Fields object) {
    ObjectMeta metadata = ObjectMeta.of(object);
    return new StorageClass(
        manifest,
        metadata,
        object.string("provisioner"),
        object.string("volumeBindingMode").equals("WaitForFirstConsumer"),
        "true".equals(metadata.annotations().get("storageclass.kubernetes.io/is-default-class")));
  }
}
