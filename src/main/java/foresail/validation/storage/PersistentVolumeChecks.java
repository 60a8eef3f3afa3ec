package foresail.validation.storage;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.requiredSet;

import foresail.notation.Quantity;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.meta.NodeSelectorChecks;
import java.util.List;

/** Kind PersistentVolume (pkg/apis/core/validation/validation.go, v1.36). */
public final class PersistentVolumeChecks {
  private PersistentVolumeChecks() {}

  private static final Check CLASS_OF_ATTRIBUTES =
      object(
          field(
              "volumeAttributesClassName",
              ifSet(),
              required("pv.volumeAttributesClassName.empty", "an empty string is disallowed"),
              dnsSubdomain("pv.volumeAttributesClassName")),
          rule(PersistentVolumeChecks::attributesNeedDriver, "pv.volumeAttributesClassName.csi"));

  /** Kind PersistentVolume. */
  public static final Check PERSISTENT_VOLUME =
      object(
          MetadataChecks.CLUSTER_SCOPED,
          field(
              "spec",
              field(
                  "accessModes",
                  required("pv.accessModes.required"),
                  AccessModes.accessModes("pv.accessModes", "pv.accessModes.rwop")),
              field("capacity", required("pv.capacity.required")),
              field(
                  "capacity",
                  rule(
                      PersistentVolumeChecks::capacity,
                      "pv.capacity.storage",
                      "pv.capacity.valid",
                      "pv.capacity.positive")),
              field(
                  "persistentVolumeReclaimPolicy",
                  ifNotZero(),
                  oneOf("pv.reclaimPolicy", "Delete", "Recycle", "Retain")),
              field(
                  "nodeAffinity",
                  ifSet(),
                  field(
                      "required",
                      requiredSet(
                          "pv.nodeAffinity.required", "must specify required node constraints"),
                      NodeSelectorChecks.NODE_SELECTOR)),
              PersistentVolumeSources.SOURCE,
              rule(PersistentVolumeChecks::recyclesRoot, "pv.recycle-root"),
              field("storageClassName", ifNotZero(), dnsSubdomain("pv.storageClassName")),
              field("volumeMode", ifSet(), oneOf("pv.volumeMode", "Block", "Filesystem")),
              CLASS_OF_ATTRIBUTES),
          rule(PersistentVolumeChecks::mountOptions, "pv.mount-options"));

  private static void capacity(Field capacity, Refusals out) {
    if (!capacity.entry("storage").isSet() || capacity.size() > 1) {
      out.notSupported(
          "pv.capacity.storage",
          capacity,
          capacity.isSet() ? GoValues.text(capacity) : "null",
          List.of("storage"));
    }
    for (Field entry : capacity.entries()) {
      Quantity size = entry.quantity();
      String printed = GoValues.quoted(size.toString());
      if (size.sign() < 0) {
        out.invalid(
            "pv.capacity.valid",
            entry,
            Long.toString(size.roundedUp()),
            "must be a valid resource quantity");
      }
      if (size.sign() <= 0) {
        out.invalid("pv.capacity.positive", entry, printed, "must be greater than zero");
      }
    }
  }

  private static void recyclesRoot(Field spec, Refusals out) {
    Field path = spec.at("hostPath", "path");
    boolean root =
        path.text().startsWith("/")
            && path.text().chars().allMatch(c -> c == '/' || c == '.')
            && !path.text().contains("...");
    if (root && spec.get("persistentVolumeReclaimPolicy").is("Recycle")) {
      out.forbidden(
          "pv.recycle-root",
          spec.get("persistentVolumeReclaimPolicy"),
          "may not be 'recycle' for a hostPath mount of '/'");
    }
  }

  private static void attributesNeedDriver(Field spec, Refusals out) {
    if (spec.get("volumeAttributesClassName").isSet() && !spec.get("csi").isSet()) {
      out.required(
          "pv.volumeAttributesClassName.csi",
          spec.get("csi"),
          "has to be specified when using volumeAttributesClassName");
    }
  }

  private static void mountOptions(Field volume, Refusals out) {
    Field annotations = volume.at("metadata", "annotations");
    Field options = annotations.get("volume.beta.kubernetes.io/mount-options");
    if (options.isSet() && !PersistentVolumeSources.takesMountOptions(volume.get("spec"))) {
      out.forbidden(
          "pv.mount-options", options, "may not specify mount options for this volume type");
    }
  }
}
