package foresail.validation.pod;

import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.storage.CloudSourceChecks;
import foresail.validation.storage.IscsiChecks;
import foresail.validation.storage.LocalSourceChecks;
import foresail.validation.storage.NetworkSourceChecks;
import java.util.ArrayList;
import java.util.List;

/** Where a volume comes from: exactly one of many sources. */
final class VolumeSourceChecks implements Check {
  /**
   * @param printed its name where it is one too many, quirks included
   */
  private record Source(String name, String printed, Check check) {}

  private static final List<Source> SOURCES =
      List.of(
          source("emptyDir", LocalSourceChecks.EMPTY_DIR),
          source("hostPath", LocalSourceChecks.HOST_PATH),
          source("gitRepo", LocalSourceChecks.GIT_REPO),
          source("gcePersistentDisk", CloudSourceChecks.GCE_PERSISTENT_DISK),
          source("awsElasticBlockStore", CloudSourceChecks.AWS_ELASTIC_BLOCK_STORE),
          source("secret", FileSourceChecks.SECRET),
          source("nfs", NetworkSourceChecks.NFS),
          source("iscsi", IscsiChecks.ISCSI),
          source("glusterfs", NetworkSourceChecks.GLUSTERFS),
          source("flocker", NetworkSourceChecks.FLOCKER),
          source("persistentVolumeClaim", ClaimSourceChecks.CLAIM),
          source("rbd", NetworkSourceChecks.RBD),
          source("cinder", CloudSourceChecks.CINDER),
          new Source("cephfs", "cephFS", NetworkSourceChecks.CEPHFS),
          source("quobyte", NetworkSourceChecks.QUOBYTE),
          new Source("downwardAPI", "downwarAPI", FileSourceChecks.DOWNWARD_API),
          source("fc", NetworkSourceChecks.FC),
          source("flexVolume", NetworkSourceChecks.FLEX_VOLUME),
          source("configMap", FileSourceChecks.CONFIG_MAP),
          source("azureFile", CloudSourceChecks.AZURE_FILE),
          source("vsphereVolume", CloudSourceChecks.VSPHERE_VOLUME),
          source("photonPersistentDisk", CloudSourceChecks.PHOTON_PERSISTENT_DISK),
          source("portworxVolume", CloudSourceChecks.PORTWORX_VOLUME),
          source("azureDisk", CloudSourceChecks.AZURE_DISK),
          source("storageos", NetworkSourceChecks.STORAGEOS),
          source("projected", ProjectedChecks.PROJECTED),
          source("scaleIO", NetworkSourceChecks.SCALE_IO),
          source("csi", ClaimSourceChecks.CSI),
          source("ephemeral", ClaimSourceChecks.EPHEMERAL),
          source("image", ClaimSourceChecks.IMAGE));

  /** Of a volume as a whole. Without any source the defaults make it an emptyDir. */
  static final Check SOURCE = new VolumeSourceChecks();

  private VolumeSourceChecks() {}

  private static Source source(String name, Check check) {
    return new Source(name, name, check);
  }

  @Override
  public boolean look(Field volume, Refusals out) {
    int left = volume.size();
    boolean found = false;
    for (int i = 0; i < SOURCES.size() && left > 0; i++) {
      Source source = SOURCES.get(i);
      Field field = volume.get(source.name());
      if (!field.isSet()) {
        continue;
      }
      left--;
      if (found) {
        out.forbidden(
            "pod.volumes.source.several",
            field.printedAs(volume.get(source.printed())),
            "may not specify more than 1 volume type");
      } else {
        source.check().look(field, out);
      }
      found = true;
    }
    return true;
  }

  @Override
  public List<String> facts() {
    List<Check> checks = new ArrayList<>();
    checks.add(rule((field, out) -> {}, "pod.volumes.source.several"));
    for (Source source : SOURCES) {
      checks.add(source.check());
    }
    return object(checks.toArray(Check[]::new)).facts();
  }
}
