package foresail.validation.pod;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.fieldOneUp;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.forbidden;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;

/** Kinds Pod and PodTemplate, and the templates inside all others. */
public final class PodChecks {
  private PodChecks() {}

  /** The labels and annotations of a pod template: the only metadata of it that count. */
  public static final Check TEMPLATE_METADATA =
      field(
          "metadata",
          fieldOneUp(
              "labels", Selectors.labels("podtemplate.labels.key", "podtemplate.labels.value")),
          fieldOneUp(
              "annotations",
              MetadataChecks.annotations("podtemplate.annotations", "podtemplate.annotations"),
              AnnotationChecks.OF_POD));

  /** A pod template. */
  public static final Check TEMPLATE =
      object(
          TEMPLATE_METADATA,
          field(
              "spec",
              PodSpecChecks.SPEC,
              field(
                  "ephemeralContainers",
                  forbidden(
                      "podtemplate.ephemeralContainers",
                      "ephemeral containers not allowed in pod template"))),
          AnnotationChecks.AGAINST_FIELDS);

  /** Kind PodTemplate. */
  public static final Check POD_TEMPLATE =
      object(MetadataChecks.NAMESPACED, field("template", TEMPLATE));

  /** Kind Pod. */
  public static final Check POD =
      object(
          MetadataChecks.NAMESPACED,
          field("metadata", field("annotations", AnnotationChecks.OF_POD)),
          field(
              "spec",
              PodSpecChecks.SPEC,
              field(
                  "ephemeralContainers",
                  forbidden("pod.ephemeralContainers.create", "cannot be set on create")),
              rule(PodChecks::notBoundWhileGated, "pod.nodeName-with-gates")),
          rule(PodChecks::mirrorWithoutClaims, "pod.spec.resourceClaims.static"),
          AnnotationChecks.AGAINST_FIELDS);

  /** The server prints no field here. */
  private static void mirrorWithoutClaims(Field pod, Refusals out) {
    Field claims = pod.at("spec", "resourceClaims");
    boolean mirror = pod.at("metadata", "annotations", "kubernetes.io/config.mirror").isSet();
    if (mirror && claims.size() > 0) {
      out.forbidden(
          "pod.spec.resourceClaims.static",
          claims.printedAs(pod.get("[]")),
          "static pods do not support resource claims");
    }
  }

  private static void notBoundWhileGated(Field spec, Refusals out) {
    if (!spec.get("nodeName").isZero() && spec.get("schedulingGates").size() > 0) {
      out.forbidden(
          "pod.nodeName-with-gates",
          spec.get("nodeName"),
          "cannot be set until all schedulingGates have been cleared");
    }
  }
}
