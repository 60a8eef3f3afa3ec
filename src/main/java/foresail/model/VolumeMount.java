package foresail.model;

import foresail.source.Node;

/**
 * Where a container sees a volume.
 *
 * @param mountPath for a block device its device path
 * @param subPath empty for the whole volume
 */
public record VolumeMount(
    Node node, String name, String mountPath, String subPath, String subPathExpr, boolean readOnly)
    implements Located {
  static VolumeMount of(Fields mount) {
    return new VolumeMount(
        mount.node(),
        mount.string("name"),
        mount.string("mountPath"),
        mount.string("subPath"),
        mount.string("subPathExpr"),
        mount.bool("readOnly"));
  }

  static VolumeMount ofDevice(Fields device) {
    return new VolumeMount(
        device.node(), device.string("name"), device.string("devicePath"), "", "", false);
  }
}
