package foresail.validation.admission;

import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.requiredSet;
import static foresail.validation.check.Values.uniqueBy;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Webhook configurations (pkg/apis/admissionregistration/validation/validation.go, v1.36). */
public final class WebhookChecks {
  private static final int LONGEST_SECONDS = 30;
  private static final List<String> REVIEWS = List.of("v1", "v1beta1");

  private WebhookChecks() {}

  private static final Check WEBHOOK =
      object(
          field(
              "name",
              required("webhook.name.required"),
              rule(WebhookChecks::name, "webhook.name.format", "webhook.name.segments")),
          field(
              "admissionReviewVersions",
              required(
                  "webhook.admissionReviewVersions.required", "must specify one of v1, v1beta1"),
              each(format("webhook.admissionReviewVersions.format", DnsNames::label1035)),
              rule(
                  WebhookChecks::reviews,
                  "webhook.admissionReviewVersions.duplicate",
                  "webhook.admissionReviewVersions.known")),
          field("rules", each(AdmissionRuleChecks.RULE)),
          field("failurePolicy", ifSet(), oneOf("webhook.failurePolicy", "Fail", "Ignore")),
          field("matchPolicy", ifSet(), oneOf("webhook.matchPolicy", "Equivalent", "Exact")),
          field(
              "sideEffects",
              requiredSet("webhook.sideEffects.required", "must specify one of None, NoneOnDryRun"),
              oneOf("webhook.sideEffects", "None", "NoneOnDryRun")),
          field(
              "timeoutSeconds",
              ifSet(),
              inRange(
                  "webhook.timeoutSeconds",
                  1,
                  LONGEST_SECONDS,
                  "the timeout value must be between 1 and 30 seconds")),
          field("namespaceSelector", Selectors.labelSelector("webhook.namespaceSelector")),
          field("objectSelector", Selectors.labelSelector("webhook.objectSelector")),
          field("clientConfig", WebhookClientChecks.CLIENT),
          field(
              "matchConditions",
              ExpressionChecks.MATCH_CONDITIONS,
              CompilationChecks.WEBHOOK_CONDITIONS));

  public static final Check VALIDATING =
      object(
          MetadataChecks.clusterScopedWithAnyFinalizer(DnsNames::subdomain),
          field("webhooks", each(WEBHOOK), uniqueBy("webhook.name.duplicate", "name")));

  public static final Check MUTATING =
      object(
          VALIDATING,
          field(
              "webhooks",
              each(
                  field(
                      "reinvocationPolicy",
                      ifSet(),
                      oneOf("webhook.reinvocationPolicy", "IfNeeded", "Never")))));

  private static void name(Field name, Refusals out) {
    List<String> problems = DnsNames.subdomain(name.text());
    if (!problems.isEmpty()) {
      out.invalid("webhook.name.format", name, String.join(",", problems));
    } else if (name.text().split("\\.").length < 3) {
      out.invalid(
          "webhook.name.segments",
          name,
          "should be a domain with at least three segments separated by dots");
    }
  }

  private static void reviews(Field versions, Refusals out) {
    Set<String> seen = new HashSet<>();
    boolean known = false;
    for (Field version : versions.items()) {
      known |= REVIEWS.contains(version.text());
      if (!seen.add(version.text())) {
        out.invalid("webhook.admissionReviewVersions.duplicate", version, "duplicate version");
      }
    }
    if (!known) {
      out.invalid(
          "webhook.admissionReviewVersions.known",
          versions,
          "must include at least one of v1, v1beta1");
    }
  }
}
