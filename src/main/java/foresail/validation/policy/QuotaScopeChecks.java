package foresail.validation.policy;

import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.ResourceNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.ArrayList;
import java.util.List;

/** Which pods and claims a ResourceQuota counts. */
final class QuotaScopeChecks {
  private QuotaScopeChecks() {}

  private static final List<String> SCOPES_KNOWN =
      List.of(
          "Terminating",
          "NotTerminating",
          "BestEffort",
          "NotBestEffort",
          "PriorityClass",
          "VolumeAttributesClass",
          "CrossNamespacePodAffinity");

  private static final List<String> EXISTS_ONLY =
      List.of(
          "BestEffort",
          "NotBestEffort",
          "Terminating",
          "NotTerminating",
          "CrossNamespacePodAffinity");

  /** Of the spec as a whole. */
  static final Check SCOPES =
      object(
          rule(
              QuotaScopeChecks::scopes,
              "resourcequota.scopes.unsupported",
              "resourcequota.scopes.resource",
              "resourcequota.scopes.conflict"),
          rule(
              QuotaScopeChecks::selector,
              "resourcequota.scopeSelector.scopeName",
              "resourcequota.scopeSelector.resource",
              "resourcequota.scopeSelector.operator.exists",
              "resourcequota.scopeSelector.values.required",
              "resourcequota.scopeSelector.values.forbidden",
              "resourcequota.scopeSelector.operator",
              "resourcequota.scopeSelector.conflict"));

  private static void scopes(Field spec, Refusals out) {
    Field scopes = spec.get("scopes");
    List<String> used = new ArrayList<>();
    for (Field scope : scopes.items()) {
      used.add(scope.text());
      Field place = scope.printedAs(scopes);
      if (!SCOPES_KNOWN.contains(scope.text())) {
        out.invalid(
            "resourcequota.scopes.unsupported", place, GoValues.text(scopes), "unsupported scope");
      }
      if (!fits(scope.text(), spec.get("hard"))) {
        out.invalid(
            "resourcequota.scopes.resource",
            place,
            GoValues.text(scopes),
            "unsupported scope applied to resource");
      }
    }
    if (conflict(used)) {
      out.invalid(
          "resourcequota.scopes.conflict", scopes, GoValues.text(scopes), "conflicting scopes");
    }
  }

  private static boolean conflict(List<String> scopes) {
    return scopes.contains("BestEffort") && scopes.contains("NotBestEffort")
        || scopes.contains("Terminating") && scopes.contains("NotTerminating");
  }

  private static boolean fits(String scope, Field hard) {
    for (Field entry : hard.entries()) {
      String resource = entry.name();
      boolean standard = resource.indexOf('/') < 0 && ResourceNames.isOfQuotas(resource);
      if (standard && !fits(scope, resource)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String scope, String resource) {
    return switch (scope) {
      case "BestEffort" -> resource.equals("pods");
      case "Terminating",
          "NotTerminating",
          "NotBestEffort",
          "PriorityClass",
          "CrossNamespacePodAffinity" ->
          switch (resource) {
            case "pods",
                "cpu",
                "memory",
                "requests.cpu",
                "requests.memory",
                "limits.cpu",
                "limits.memory" ->
                true;
            default -> false;
          };
      case "VolumeAttributesClass" ->
          resource.equals("persistentvolumeclaims") || resource.equals("requests.storage");
      default -> true;
    };
  }

  private static void selector(Field spec, Refusals out) {
    Field expressions = spec.at("scopeSelector", "matchExpressions");
    List<String> used = new ArrayList<>();
    for (Field expression : expressions.items()) {
      used.add(expression.get("scopeName").text());
      expression(spec, expressions, expression, out);
    }
    if (conflict(used)) {
      out.invalid(
          "resourcequota.scopeSelector.conflict",
          expressions,
          GoValues.text(spec.get("scopes")),
          "conflicting scopes");
    }
  }

  /** The server prints none of these with an index. */
  private static void expression(Field spec, Field expressions, Field expression, Refusals out) {
    Field scope = expression.get("scopeName");
    Field scopePlace = scope.printedAs(expressions.get("scopeName"));
    Field operator = expression.get("operator");
    Field operatorPlace = operator.printedAs(expressions.get("operator"));
    Field values = expression.get("values");
    Field valuesPlace = values.printedAs(expressions.get("values"));
    if (!SCOPES_KNOWN.contains(scope.text())) {
      out.invalid("resourcequota.scopeSelector.scopeName", scopePlace, "unsupported scope");
    }
    if (!fits(scope.text(), spec.get("hard"))) {
      out.invalid(
          "resourcequota.scopeSelector.resource",
          scope.printedAs(expressions),
          "unsupported scope applied to resource");
    }
    if (EXISTS_ONLY.contains(scope.text()) && !operator.is("Exists")) {
      out.invalid(
          "resourcequota.scopeSelector.operator.exists",
          operatorPlace,
          "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating,"
              + " ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort,"
              + " ResourceQuotaScopeNotBestEffort or"
              + " ResourceQuotaScopeCrossNamespacePodAffinity");
    }
    switch (operator.text()) {
      case "In", "NotIn" -> {
        if (values.size() == 0) {
          out.required(
              "resourcequota.scopeSelector.values.required",
              valuesPlace,
              "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values.size() > 0) {
          out.invalid(
              "resourcequota.scopeSelector.values.forbidden",
              valuesPlace,
              "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector");
        }
      }
      default ->
          out.invalid(
              "resourcequota.scopeSelector.operator",
              operatorPlace,
              "not a valid selector operator");
    }
  }
}
