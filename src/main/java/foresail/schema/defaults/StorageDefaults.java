package foresail.schema.defaults;

import java.util.List;

/** Storage classes and drivers (pkg/apis/storage/v1/defaults.go). */
final class StorageDefaults {
  private StorageDefaults() {}

  static void storageClass(Draft storageClass) {
    storageClass.optionalText("reclaimPolicy", "Delete");
    storageClass.optionalText("volumeBindingMode", "Immediate");
  }

  static void csiDriver(Draft driver) {
    Draft spec = driver.object("spec");
    spec.flag("attachRequired", true);
    spec.flag("podInfoOnMount", false);
    spec.flag("storageCapacity", false);
    spec.optionalText("fsGroupPolicy", "ReadWriteOnceWithFSType");
    spec.list("volumeLifecycleModes", List.of("Persistent"));
    spec.flag("requiresRepublish", false);
    spec.flag("seLinuxMount", false);
  }
}
