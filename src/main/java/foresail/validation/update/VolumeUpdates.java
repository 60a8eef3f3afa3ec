package foresail.validation.update;

import static foresail.validation.update.Demands.all;
import static foresail.validation.update.Demands.field;
import static foresail.validation.update.Demands.fieldPrintedAs;
import static foresail.validation.update.Demands.immutable;
import static foresail.validation.update.Demands.onceSet;
import static foresail.validation.update.Demands.when;

import foresail.finding.Reason;
import foresail.source.ScalarNode;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Volumes and claims (pkg/apis/core/validation/validation.go, v1.36). */
final class VolumeUpdates {
  private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

  /** All of a volume's spec that is not its source. */
  private static final List<String> BESIDE_SOURCE =
      List.of(
          "accessModes",
          "capacity",
          "claimRef",
          "mountOptions",
          "nodeAffinity",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "volumeAttributesClassName",
          "volumeMode");

  private static final String CLAIM_WORDS =
      "spec is immutable after creation except resources.requests and"
          + " volumeAttributesClassName for bound claims";

  static final ChangeCheck PERSISTENT_VOLUME =
      all(
          field("spec", VolumeUpdates::source),
          fieldPrintedAs("volumeMode", "spec.volumeMode", immutable()),
          when(
              VolumeUpdates::isWithoutOldLabels,
              fieldPrintedAs(
                  "nodeAffinity",
                  "spec.nodeAffinity",
                  onceSet(
                      immutable(
                          "field is immutable, except for updating from beta label to GA")))));

  static final ChangeCheck CLAIM =
      all(
          VolumeUpdates::classAnnotation,
          VolumeUpdates::claim,
          field("spec.resources.requests.storage", VolumeUpdates::size),
          fieldPrintedAs("volumeMode", "spec.volumeMode", immutable()));

  private VolumeUpdates() {}

  private static void source(Change spec, Refusals out) {
    Set<String> mutable = new HashSet<>(BESIDE_SOURCE);
    if (!spec.was().at("csi", "controllerExpandSecretRef").isSet()) {
      mutable.add("csi.controllerExpandSecretRef");
    }
    String words = "spec.persistentvolumesource is immutable after creation";
    Change printed = new Change(spec.was(), spec.now().get("persistentvolumesource"));
    Difference.first(spec, mutable)
        .ifPresent(first -> Told.add(Reason.FORBIDDEN, printed, first, words, out));
  }

  /** Beta labels of nodes may be replaced by those that came after them: that is not judged. */
  private static boolean isWithoutOldLabels(Change volume) {
    return !mentionsBeta(volume.was().at("spec", "nodeAffinity"));
  }

  private static boolean mentionsBeta(Field field) {
    if (field.node().orElse(null) instanceof ScalarNode) {
      return field.text().contains("beta.kubernetes.io/");
    }
    return field.items().stream().anyMatch(VolumeUpdates::mentionsBeta)
        || field.entries().stream().anyMatch(VolumeUpdates::mentionsBeta);
  }

  private static void classAnnotation(Change claim, Refusals out) {
    Change annotation = claim.at("metadata", "annotations", CLASS_ANNOTATION);
    if (annotation.isChanged() && !isMovedToSpec(claim)) {
      Told.invalid(annotation, annotation, "field is immutable", out);
    }
  }

  /** The class may move from the annotation to the field. */
  private static boolean isMovedToSpec(Change claim) {
    Change annotation = claim.at("metadata", "annotations", CLASS_ANNOTATION);
    Change name = claim.at("spec", "storageClassName");
    return annotation.was().isSet()
        && !name.was().isSet()
        && name.now().is(annotation.was().text())
        && !annotation.now().isSet();
  }

  private static void claim(Change claim, Refusals out) {
    Set<String> mutable = new HashSet<>();
    mutable.add("volumeAttributesClassName");
    mutable.add("dataSource");
    mutable.add("dataSourceRef");
    if (claim.now().at("spec", "resources", "requests").isSet()) {
      mutable.add("resources.requests.storage"); // of a bound claim, as nearly all are
    }
    if (!claim.was().at("spec", "volumeName").isSet()) {
      mutable.add("volumeName"); // filled in when it was bound
    }
    if (!claim.was().at("spec", "storageClassName").isSet()) {
      mutable.add("storageClassName"); // filled in with the default class
    }
    Change spec = claim.get("spec");
    Difference.first(spec, mutable)
        .or(() -> ClaimSources.difference(spec))
        .ifPresent(first -> Told.add(Reason.FORBIDDEN, spec, first, CLAIM_WORDS, out));
  }

  /** The volume has at least the size that was asked for. */
  private static void size(Change storage, Refusals out) {
    boolean shrinks =
        storage.was().isSet() && storage.now().quantity().compareTo(storage.was().quantity()) < 0;
    if (shrinks) {
      String words = "field can not be less than status.capacity";
      Told.add(Reason.FORBIDDEN, storage, storage, words, out);
    }
  }
}
