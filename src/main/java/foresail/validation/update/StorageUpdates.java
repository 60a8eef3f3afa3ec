package foresail.validation.update;

import static foresail.validation.update.Demands.all;
import static foresail.validation.update.Demands.field;
import static foresail.validation.update.Demands.fieldPrintedAs;
import static foresail.validation.update.Demands.forbidden;
import static foresail.validation.update.Demands.immutable;
import static foresail.validation.update.Demands.immutableExcept;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** Kinds of storage.k8s.io (pkg/apis/storage/validation/validation.go, v1.36). */
final class StorageUpdates {
  static final ChangeCheck STORAGE_CLASS =
      all(
          field("parameters", immutable()),
          field("provisioner", immutable()),
          field("reclaimPolicy", immutable()),
          field("volumeBindingMode", immutable()));

  static final ChangeCheck CSI_DRIVER =
      all(
          fieldPrintedAs("spec.attachedRequired", "spec.attachRequired", immutable()),
          field("spec.volumeLifecycleModes", immutable()));

  static final ChangeCheck CSI_NODE = field("spec.drivers", StorageUpdates::drivers);

  static final ChangeCheck CSI_STORAGE_CAPACITY =
      all(field("nodeTopology", immutable()), field("storageClassName", immutable()));

  static final ChangeCheck VOLUME_ATTACHMENT = field("spec", immutable());

  static final ChangeCheck VOLUME_ATTRIBUTES_CLASS =
      all(
          field("driverName", forbidden("updates to driverName are forbidden.")),
          field("parameters", forbidden("updates to parameters are forbidden.")));

  private static final ChangeCheck DRIVER = immutableExcept("allocatable");

  private StorageUpdates() {}

  /** Drivers come and go, but one that stays is what it was. */
  private static void drivers(Change drivers, Refusals out) {
    for (Field was : drivers.was().items()) {
      for (Field now : drivers.now().items()) {
        if (now.get("name").is(was.get("name").text())) {
          DRIVER.look(new Change(was, now.printedAs(drivers.now())), out);
        }
      }
    }
  }
}
