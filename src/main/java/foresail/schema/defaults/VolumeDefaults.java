package foresail.schema.defaults;

/** Volumes of pods, PersistentVolumes and claims (pkg/apis/core/v1/defaults.go). */
final class VolumeDefaults {
  /** 0644. */
  private static final int FILE_MODE = 420;

  private VolumeDefaults() {}

  static void podVolume(Draft volume) {
    if (volume.hasOnly("name")) {
      volume.object("emptyDir");
    }
    modeOf(volume, "secret");
    modeOf(volume, "configMap");
    modeOf(volume, "downwardAPI");
    modeOf(volume, "projected");
    for (Draft downward : volume.each("downwardAPI")) {
      files(downward);
    }
    for (Draft projected : volume.each("projected")) {
      for (Draft source : projected.each("sources")) {
        source.each("downwardAPI").forEach(VolumeDefaults::files);
        for (Draft token : source.each("serviceAccountToken")) {
          token.number("expirationSeconds", 3600);
        }
      }
    }
    for (Draft image : volume.each("image")) {
      image.text("pullPolicy", ContainerDefaults.pullPolicy(image.text("reference")));
    }
    for (Draft ephemeral : volume.each("ephemeral")) {
      for (Draft template : ephemeral.each("volumeClaimTemplate")) {
        template.object("spec").optionalText("volumeMode", "Filesystem");
      }
    }
    source(volume);
  }

  static void persistentVolume(Draft volume) {
    Draft spec = volume.object("spec");
    source(spec);
    spec.text("persistentVolumeReclaimPolicy", "Retain");
    spec.optionalText("volumeMode", "Filesystem");
    volume.object("status").text("phase", "Pending");
  }

  static void claim(Draft claim) {
    claim.object("spec").optionalText("volumeMode", "Filesystem");
    claim.object("status").text("phase", "Pending");
  }

  private static void modeOf(Draft volume, String key) {
    for (Draft source : volume.each(key)) {
      source.number("defaultMode", FILE_MODE);
    }
  }

  private static void files(Draft downward) {
    downward.each("items").forEach(ContainerDefaults::fieldRef);
  }

  /** What pods and PersistentVolumes have in common. */
  private static void source(Draft volume) {
    for (Draft host : volume.each("hostPath")) {
      host.optionalText("type", "");
    }
    for (Draft iscsi : volume.each("iscsi")) {
      iscsi.text("iscsiInterface", "default");
    }
    for (Draft rbd : volume.each("rbd")) {
      rbd.text("pool", "rbd");
      rbd.text("user", "admin");
      rbd.text("keyring", "/etc/ceph/keyring");
    }
    for (Draft disk : volume.each("azureDisk")) {
      disk.optionalText("cachingMode", "ReadWrite");
      disk.optionalText("kind", "Shared");
      disk.optionalText("fsType", "ext4");
      disk.flag("readOnly", false);
    }
    for (Draft scale : volume.each("scaleIO")) {
      scale.text("storageMode", "ThinProvisioned");
      scale.text("fsType", "xfs");
    }
  }
}
