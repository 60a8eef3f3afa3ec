package foresail.validation.admission;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;

/**
 * A MutatingAdmissionPolicy and its binding
 * (pkg/apis/admissionregistration/validation/validation.go, v1.36).
 */
public final class MutatingPolicyChecks {
  private static final List<String> OPERATIONS = List.of("*", "CONNECT", "CREATE", "UPDATE");

  private MutatingPolicyChecks() {}

  private static final Check MUTATION =
      object(
          field(
              "patchType",
              required("map.mutation.patchType.required"),
              oneOf("map.mutation.patchType", "ApplyConfiguration", "JSONPatch")),
          rule(
              MutatingPolicyChecks::patch,
              "map.mutation.jsonPatch.required",
              "map.mutation.jsonPatch.forbidden",
              "map.mutation.applyConfiguration.required",
              "map.mutation.applyConfiguration.forbidden",
              "map.mutation.expression"));

  public static final Check POLICY =
      object(
          MetadataChecks.clusterScopedWithAnyFinalizer(DnsNames::subdomain),
          field(
              "spec",
              ValidatingPolicyChecks.COMMON,
              rule((spec, out) -> operations(spec.get("matchConstraints"), out), "map.operations"),
              field(
                  "mutations",
                  required("map.mutations.required", "mutations must contain at least one item"),
                  each(MUTATION)),
              field(
                  "reinvocationPolicy",
                  required("map.reinvocationPolicy.required"),
                  oneOf("map.reinvocationPolicy", "IfNeeded", "Never")),
              CompilationChecks.MUTATING));

  public static final Check BINDING =
      object(
          MetadataChecks.clusterScopedWithAnyFinalizer(DnsNames::subdomain),
          field(
              "spec",
              PolicyBindings.COMMON,
              rule((spec, out) -> operations(spec.get("matchResources"), out), "map.operations")));

  /** A deletion changes nothing that could be mutated; printed without any position. */
  private static void operations(Field match, Refusals out) {
    Field printed = match.get("resourceRules").get("operations");
    for (Field rule : match.get("resourceRules").items()) {
      for (Field operation : rule.get("operations").items()) {
        if (!OPERATIONS.contains(operation.text())) {
          out.notSupported("map.operations", operation.printedAs(printed), OPERATIONS);
        }
      }
    }
  }

  private static void patch(Field mutation, Refusals out) {
    switch (mutation.get("patchType").text()) {
      case "JSONPatch" -> patch(mutation, "jsonPatch", "applyConfiguration", "JSONPatch", out);
      case "ApplyConfiguration" ->
          patch(mutation, "applyConfiguration", "jsonPatch", "ApplyConfiguration", out);
      default -> {}
    }
  }

  private static void patch(Field mutation, String own, String other, String type, Refusals out) {
    Field patch = mutation.get(own);
    if (!patch.isSet()) {
      out.required(
          "map.mutation." + own + ".required",
          patch,
          "must be specified when patchType is " + type);
    } else if (patch.get("expression").text().isBlank()) {
      out.required("map.mutation.expression", patch.get("expression"));
    }
    if (mutation.get(other).isSet()) {
      out.invalid(
          "map.mutation." + other + ".forbidden",
          mutation.get(other),
          "must not be specified when patchType is " + type);
    }
  }
}
