package foresail.validation.storage;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;

import foresail.notation.RelativePaths;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.ArrayList;
import java.util.List;

/** Where a PersistentVolume comes from: exactly one of many sources. */
final class PersistentVolumeSources implements Check {
  /**
   * @param printed its name where it is one too many, quirks included
   * @param mountOptions whether the old annotation about mount options may stand beside it
   */
  private record Source(String name, String printed, boolean mountOptions, Check check) {}

  private static final Check GLUSTERFS =
      object(
          field("endpoints", required("pv.glusterfs.endpoints")),
          field("path", required("pv.glusterfs.path")),
          field("endpointsNamespace", ifSet(), dnsLabel("pv.glusterfs.endpointsNamespace")));

  private static final Check RBD =
      object(field("monitors", required("pv.rbd")), field("image", required("pv.rbd")));

  private static final Check CINDER =
      object(
          field("volumeID", required("pv.cinder.volumeID")),
          field("secretRef", secretRef("pv.cinder.secretRef")));

  private static final Check FLEX_VOLUME =
      object(field("driver", required("pv.flexVolume.driver")), NetworkSourceChecks.FLEX_OPTIONS);

  private static final Check AZURE_FILE =
      object(
          field("secretName", required("pv.azureFile.secretName")),
          field("shareName", required("pv.azureFile.shareName")),
          field("secretNamespace", ifSet(), required("pv.azureFile.secretNamespace")));

  private static final Check SCALE_IO =
      object(
          field("gateway", required("pv.scaleIO")),
          field("system", required("pv.scaleIO")),
          field("volumeName", required("pv.scaleIO")));

  private static final Check LOCAL =
      object(
          field(
              "path",
              required("pv.local.path.required"),
              format("pv.local.path", RelativePaths::withoutBacksteps)),
          rule(PersistentVolumeSources::isSomewhere, "pv.local.nodeAffinity"));

  private static final Check STORAGEOS =
      object(
          NetworkSourceChecks.STORAGEOS_VOLUME,
          field("secretRef", secretRef("pv.storageos.secretRef")));

  private static final Check CSI_SECRET =
      object(
          ifSet(),
          field("name", required("pv.csi.secretRef.name"), dnsSubdomain("pv.csi.secretRef.name")),
          field(
              "namespace",
              required("pv.csi.secretRef.namespace"),
              dnsLabel("pv.csi.secretRef.namespace")));

  private static final Check CSI =
      object(
          field(
              "driver", DriverNames.driverName("pv.csi.driver", "pv.csi.driver", "pv.csi.driver")),
          field("volumeHandle", required("pv.csi.volumeHandle")),
          field("controllerPublishSecretRef", CSI_SECRET),
          field("controllerExpandSecretRef", CSI_SECRET),
          field("nodePublishSecretRef", CSI_SECRET),
          field("nodeExpandSecretRef", CSI_SECRET));

  private static final List<Source> SOURCES =
      List.of(
          source("hostPath", false, LocalSourceChecks.HOST_PATH),
          source("gcePersistentDisk", true, CloudSourceChecks.GCE_PERSISTENT_DISK),
          source("awsElasticBlockStore", true, CloudSourceChecks.AWS_ELASTIC_BLOCK_STORE),
          source("glusterfs", true, GLUSTERFS),
          source("flocker", false, NetworkSourceChecks.FLOCKER),
          source("nfs", true, NetworkSourceChecks.NFS),
          source("rbd", true, RBD),
          source("quobyte", true, NetworkSourceChecks.QUOBYTE),
          new Source("cephfs", "cephFS", true, field("monitors", required("pv.cephfs"))),
          source("iscsi", true, IscsiChecks.OF_PERSISTENT_VOLUME),
          source("cinder", true, CINDER),
          source("fc", false, NetworkSourceChecks.FC),
          source("flexVolume", false, FLEX_VOLUME),
          source("azureFile", true, AZURE_FILE),
          source("vsphereVolume", true, CloudSourceChecks.VSPHERE_VOLUME),
          source("photonPersistentDisk", true, CloudSourceChecks.PHOTON_PERSISTENT_DISK),
          source("portworxVolume", false, CloudSourceChecks.PORTWORX_VOLUME),
          source("azureDisk", true, CloudSourceChecks.AZURE_DISK),
          source("scaleIO", false, SCALE_IO),
          source("local", false, LOCAL),
          source("storageos", false, STORAGEOS),
          source("csi", false, CSI));

  /** Of the spec as a whole. */
  static final Check SOURCE = new PersistentVolumeSources();

  private PersistentVolumeSources() {}

  private static Source source(String name, boolean mountOptions, Check check) {
    return new Source(name, name, mountOptions, check);
  }

  private static Check secretRef(String fact) {
    return object(ifSet(), field("name", required(fact)), field("namespace", required(fact)));
  }

  @Override
  public boolean look(Field spec, Refusals out) {
    boolean found = false;
    for (Source source : SOURCES) {
      Field field = spec.get(source.name());
      if (!field.isSet()) {
        continue;
      }
      if (!found) {
        source.check().look(field, out);
      } else if (!source.name().equals("flexVolume")) { // the server forgets to look here
        out.forbidden(
            "pv.source.several",
            field.printedAs(spec.get(source.printed())),
            "may not specify more than 1 volume type");
      } else {
        source.check().look(field, out);
      }
      found = true;
    }
    if (!found) {
      out.required("pv.source.none", spec, "must specify a volume type");
    }
    return true;
  }

  @Override
  public List<String> facts() {
    List<String> facts = new ArrayList<>(List.of("pv.source.none", "pv.source.several"));
    for (Source source : SOURCES) {
      facts.addAll(source.check().facts());
    }
    return facts;
  }

  /** Whether the old annotation about mount options may stand beside the source. */
  static boolean takesMountOptions(Field spec) {
    for (Source source : SOURCES) {
      if (source.mountOptions() && spec.get(source.name()).isSet()) {
        return true;
      }
    }
    return false;
  }

  private static void isSomewhere(Field local, Refusals out) {
    Field affinity = local.parent().get("nodeAffinity");
    if (!affinity.isSet()) {
      out.required("pv.local.nodeAffinity", affinity, "Local volume requires node affinity");
    }
  }
}
