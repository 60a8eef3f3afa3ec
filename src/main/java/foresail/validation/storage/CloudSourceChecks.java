package foresail.validation.storage;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/** Disks of clouds. */
public final class CloudSourceChecks {
  private CloudSourceChecks() {}

  private static final String PARTITION = "must be between 1 and 255, inclusive";

  public static final Check GCE_PERSISTENT_DISK =
      object(
          rule(
              CloudSourceChecks::gceDisk,
              "pod.volumes.gcePersistentDisk.pdName",
              "pod.volumes.gcePersistentDisk.partition"));

  private static final Check GCE_FIELDS =
      object(
          field("pdName", required("pod.volumes.gcePersistentDisk.pdName")),
          field(
              "partition", inRange("pod.volumes.gcePersistentDisk.partition", 0, 255, PARTITION)));

  public static final Check AWS_ELASTIC_BLOCK_STORE =
      object(
          field("volumeID", required("pod.volumes.awsElasticBlockStore.volumeID")),
          field(
              "partition",
              inRange("pod.volumes.awsElasticBlockStore.partition", 0, 255, PARTITION)));

  public static final Check CINDER =
      object(
          field("volumeID", required("pod.volumes.cinder.volumeID")),
          field(
              "secretRef", ifSet(), field("name", required("pod.volumes.cinder.secretRef.name"))));

  public static final Check AZURE_FILE =
      object(
          field("secretName", required("pod.volumes.azureFile.secretName")),
          field("shareName", required("pod.volumes.azureFile.shareName")));

  public static final Check VSPHERE_VOLUME =
      field("volumePath", required("pod.volumes.vsphereVolume.volumePath"));

  public static final Check PHOTON_PERSISTENT_DISK =
      field("pdID", required("pod.volumes.photonPersistentDisk.pdID"));

  public static final Check PORTWORX_VOLUME =
      field("volumeID", required("pod.volumes.portworxVolume.volumeID"));

  public static final Check AZURE_DISK =
      object(
          field("diskName", required("pod.volumes.azureDisk.diskName")),
          field("diskURI", required("pod.volumes.azureDisk.diskURI")),
          field(
              "cachingMode",
              ifNotZero(),
              oneOf("pod.volumes.azureDisk.cachingMode", "None", "ReadOnly", "ReadWrite")),
          field(
              "kind",
              ifNotZero(),
              oneOf("pod.volumes.azureDisk.kind", "Dedicated", "Managed", "Shared")),
          rule(
              CloudSourceChecks::diskUri,
              "pod.volumes.azureDisk.diskURI.managed",
              "pod.volumes.azureDisk.diskURI.blob"));

  /** The server prints it as persistentDisk. */
  private static void gceDisk(Field disk, Refusals out) {
    GCE_FIELDS.look(disk.printedAs(disk.parent().get("persistentDisk")), out);
  }

  private static void diskUri(Field disk, Refusals out) {
    Field uri = disk.get("diskURI");
    boolean managed = disk.get("kind").is("Managed");
    if (managed && !uri.text().startsWith("/subscriptions/")) {
      out.notSupported(
          "pod.volumes.azureDisk.diskURI.managed",
          uri,
          List.of(
              "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/"
                  + "microsoft.compute/disks/{disk-id}"));
    } else if (!managed && !uri.text().startsWith("https://")) {
      out.notSupported(
          "pod.volumes.azureDisk.diskURI.blob",
          uri,
          List.of("https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"));
    }
  }
}
