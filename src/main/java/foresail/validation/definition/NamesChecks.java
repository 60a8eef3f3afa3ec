package foresail.validation.definition;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.List;
import java.util.Locale;

/** What a custom resource is called. */
final class NamesChecks {
  private static final String FACT = "crd.names";

  private NamesChecks() {}

  private static final Check LABEL = rule(NamesChecks::label, FACT);

  static final Check NAMES =
      object(
          field("plural", rule(NamesChecks::required, FACT)),
          field("singular", rule(NamesChecks::required, FACT)),
          field("kind", rule(NamesChecks::kind, FACT)),
          field("listKind", rule(NamesChecks::kind, FACT)),
          field("shortNames", each(LABEL)),
          field("categories", each(LABEL)),
          rule(NamesChecks::different, FACT));

  private static void required(Field name, Refusals out) {
    if (name.text().isEmpty()) {
      out.required(FACT, name);
    } else {
      label(name, out);
    }
  }

  private static void label(Field name, Refusals out) {
    List<String> problems = DnsNames.label1035(name.text());
    if (!problems.isEmpty()) {
      out.invalid(FACT, name, String.join(",", problems));
    }
  }

  private static void kind(Field kind, Refusals out) {
    if (kind.text().isEmpty()) {
      out.required(FACT, kind);
      return;
    }
    List<String> problems = DnsNames.label1035(kind.text().toLowerCase(Locale.ROOT));
    if (!problems.isEmpty()) {
      out.invalid(
          FACT,
          kind,
          GoValues.quoted(kind.text()),
          "may have mixed case, but should otherwise match: " + String.join(",", problems));
    }
  }

  private static void different(Field names, Refusals out) {
    Field list = names.get("listKind");
    if (!list.text().isEmpty() && names.get("kind").is(list.text())) {
      out.invalid(FACT, list, "kind and listKind may not be the same");
    }
  }
}
