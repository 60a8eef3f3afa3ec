package foresail.validation.admission;

import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import java.util.List;
import java.util.Locale;

/** Parameters of policies: their kind in a policy, their choice in a binding. */
final class ParamChecks {
  private ParamChecks() {}

  static final Check KIND =
      object(
          ifSet(),
          field(
              "apiVersion",
              required("vap.paramKind.apiVersion.required"),
              rule(
                  ParamChecks::version,
                  "vap.paramKind.apiVersion.parse",
                  "vap.paramKind.apiVersion.group",
                  "vap.paramKind.apiVersion.version")),
          field(
              "kind",
              required("vap.paramKind.kind.required"),
              rule(ParamChecks::kind, "vap.paramKind.kind")));

  static final Check REFERENCE =
      object(
          ifSet(),
          rule(ParamChecks::oneWay, "vapb.paramRef.both", "vapb.paramRef.none"),
          field("name", ifNotZero(), format("vapb.paramRef.name", KeyNames::pathSegment)),
          field("selector", Selectors.labelSelector("vapb.paramRef.selector")),
          field(
              "parameterNotFoundAction",
              required("vapb.paramRef.parameterNotFoundAction.required"),
              oneOf("vapb.paramRef.parameterNotFoundAction", "Deny", "Allow")));

  private static void version(Field version, Refusals out) {
    String text = version.text();
    int slash = text.indexOf('/');
    if (slash >= 0 && text.indexOf('/', slash + 1) >= 0) {
      out.invalid(
          "vap.paramKind.apiVersion.parse", version, "unexpected GroupVersion string: " + text);
      return;
    }
    if (slash > 0) {
      String group = text.substring(0, slash);
      joined("vap.paramKind.apiVersion.group", version, group, DnsNames.subdomain(group), out);
    }
    String rest = text.substring(slash + 1);
    if (rest.isEmpty()) {
      out.invalid("vap.paramKind.apiVersion.version", version, "version must be specified");
    } else {
      joined("vap.paramKind.apiVersion.version", version, rest, DnsNames.label1035(rest), out);
    }
  }

  private static void kind(Field kind, Refusals out) {
    List<String> problems = DnsNames.label1035(kind.text().toLowerCase(Locale.ROOT));
    if (!problems.isEmpty()) {
      out.invalid(
          "vap.paramKind.kind",
          kind,
          "may have mixed case, but should otherwise match: " + String.join(",", problems));
    }
  }

  private static void joined(
      String fact, Field field, String value, List<String> problems, Refusals out) {
    if (!problems.isEmpty()) {
      out.invalid(fact, field, GoValues.quoted(value), String.join(",", problems));
    }
  }

  private static void oneWay(Field reference, Refusals out) {
    Field name = reference.get("name");
    Field selector = reference.get("selector");
    if (!name.isZero() && selector.isSet()) {
      out.forbidden("vapb.paramRef.both", name, "name and selector are mutually exclusive");
      out.forbidden("vapb.paramRef.both", selector, "name and selector are mutually exclusive");
    } else if (name.isZero() && !selector.isSet()) {
      out.required("vapb.paramRef.none", reference, "one of name or selector must be specified");
    }
  }
}
