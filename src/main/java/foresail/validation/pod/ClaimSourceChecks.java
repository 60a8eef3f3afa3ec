package foresail.validation.pod;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.fieldOneUp;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.maxBytes;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.requiredSet;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.storage.ClaimSpecChecks;
import java.util.Locale;

/** Volumes that other parts of the cluster provide: claims, drivers, images. */
final class ClaimSourceChecks {
  private ClaimSourceChecks() {}

  private static final String LABELS = "pod.volumes.ephemeral.template.labels";

  static final Check CLAIM =
      field("claimName", required("pod.volumes.persistentVolumeClaim.claimName"));

  static final Check CSI =
      object(
          field(
              "driver",
              required("pod.volumes.csi.driver.required"),
              maxBytes("pod.volumes.csi.driver.length", 63),
              format(
                  "pod.volumes.csi.driver.format",
                  driver -> DnsNames.subdomain(driver.toLowerCase(Locale.ROOT)))),
          field(
              "nodePublishSecretRef",
              ifSet(),
              field("name", required("pod.volumes.csi.nodePublishSecretRef.required")),
              fieldOneUp(
                  "name",
                  ifNotZero(),
                  dnsSubdomain("pod.volumes.csi.nodePublishSecretRef.format"))));

  static final Check EPHEMERAL =
      field(
          "volumeClaimTemplate",
          requiredSet("pod.volumes.ephemeral.template.required", ""),
          field(
              "metadata",
              field("labels", Selectors.labels(LABELS, LABELS)),
              field("annotations", MetadataChecks.annotations(LABELS, LABELS)),
              rule(ClaimSourceChecks::onlyLabels, "pod.volumes.ephemeral.template.metadata")),
          field("spec", ClaimSpecChecks.SPEC));

  static final Check IMAGE =
      object(
          field("reference", rule(ClaimSourceChecks::reference, "pod.volumes.image.reference")),
          field(
              "pullPolicy",
              ifNotZero(),
              oneOf("pod.volumes.image.pullPolicy", "Always", "IfNotPresent", "Never")));

  private static void onlyLabels(Field metadata, Refusals out) {
    for (Field entry : metadata.entries()) {
      String name = entry.name();
      if (!name.equals("labels") && !name.equals("annotations") && !entry.isZero()) {
        String printed = name.equals("uid") ? "uID" : name;
        out.forbidden(
            "pod.volumes.ephemeral.template.metadata",
            entry.printedAs(metadata.get(printed)),
            "cannot be set");
      }
    }
  }

  private static void reference(Field reference, Refusals out) {
    if (out.isPod() && reference.isZero()) {
      out.required("pod.volumes.image.reference", reference);
    }
  }
}
