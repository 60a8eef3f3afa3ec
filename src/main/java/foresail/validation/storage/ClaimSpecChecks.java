package foresail.validation.storage;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.printedAsParent;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;

/**
 * {@code spec} of a PersistentVolumeClaim, also where one stands in a StatefulSet or in a pod's
 * volume (pkg/apis/core/validation/validation.go, v1.36).
 */
public final class ClaimSpecChecks {
  private ClaimSpecChecks() {}

  private static final String RWOP = "ReadWriteOncePod";

  /** One of {@code dataSource} and {@code dataSourceRef}. */
  private static final Check SOURCE =
      object(
          ifSet(),
          field("name", required("pvc.spec.dataSource.name")),
          field("kind", required("pvc.spec.dataSource.kind")),
          rule(ClaimSpecChecks::coreSource, "pvc.spec.dataSource.core"),
          field("apiGroup", ifNotZero(), dnsSubdomain("pvc.spec.dataSource.apiGroup")));

  /** The spec. Sources of data are looked at as a StatefulSet has them, nothing is dropped. */
  public static final Check SPEC =
      object(
          field(
              "accessModes",
              required("pvc.spec.accessModes.required", "at least 1 access mode is required"),
              each(
                  printedAsParent(
                      oneOf(
                          "pvc.spec.accessModes",
                          "ReadOnlyMany",
                          "ReadWriteMany",
                          "ReadWriteOnce",
                          RWOP))),
              rule(ClaimSpecChecks::oncePodAlone, "pvc.spec.accessModes.rwop")),
          field("selector", Selectors.labelSelector("pvc.spec.selector")),
          rule(ClaimSpecChecks::storage, "pvc.spec.storage.required", "pvc.spec.storage.positive"),
          field("storageClassName", ifNotZero(), dnsSubdomain("pvc.spec.storageClassName")),
          field("volumeMode", ifSet(), oneOf("pvc.spec.volumeMode", "Block", "Filesystem")),
          field("dataSource", SOURCE),
          field("dataSourceRef", SOURCE),
          field(
              "volumeAttributesClassName",
              ifNotZero(),
              dnsSubdomain("pvc.spec.volumeAttributesClassName")));

  private static void coreSource(Field source, Refusals out) {
    Field kind = source.get("kind");
    boolean core = source.get("apiGroup").isZero();
    if (core && !kind.isZero() && !kind.is("PersistentVolumeClaim")) {
      out.invalid(
          "pvc.spec.dataSource.core",
          kind.printedAs(source),
          "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
    }
  }

  private static void oncePodAlone(Field modes, Refusals out) {
    boolean oncePod = false;
    boolean others = false;
    for (Field mode : modes.items()) {
      oncePod |= mode.is(RWOP);
      others |= mode.is("ReadOnlyMany") || mode.is("ReadWriteMany") || mode.is("ReadWriteOnce");
    }
    if (oncePod && others) {
      out.forbidden(
          "pvc.spec.accessModes.rwop",
          modes,
          "may not use ReadWriteOncePod with other access modes");
    }
  }

  private static void storage(Field spec, Refusals out) {
    Field resources = spec.get("resources");
    Field requests = resources.get("requests");
    Field storage = requests.get("storage").printedAs(resources.key("storage"));
    if (!storage.isSet()) {
      out.required("pvc.spec.storage.required", storage);
    } else if (storage.quantity().sign() <= 0) {
      out.invalid(
          "pvc.spec.storage.positive",
          storage,
          GoValues.quoted(storage.quantity().toString()),
          "must be greater than zero");
    }
  }
}
