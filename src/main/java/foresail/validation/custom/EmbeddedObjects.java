package foresail.validation.custom;

import foresail.notation.DnsNames;
import foresail.schema.custom.CustomSchema;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Objects inside a custom resource: they need apiVersion and kind, and their metadata is looked at
 * (apiextensions-apiserver/pkg/apiserver/schema/objectmeta/validation.go, v1.36).
 */
public final class EmbeddedObjects {
  private static final int DEEPEST = 1_000;

  private EmbeddedObjects() {}

  /** Those inside a whole custom resource. */
  static void look(Field root, CustomSchema schema, Refusals out) {
    if (schema.hasEmbeddedObjects()) {
      below(root, schema, out, 0);
    }
  }

  /**
   * A value of which nobody else has looked at the metadata, and those inside it.
   *
   * @param object whether the value is an object itself, whatever its schema says
   */
  public static void look(Field value, CustomSchema schema, boolean object, Refusals out) {
    if (object && !schema.isEmbeddedObject() && value.isObject()) {
      object(value, out);
    }
    look(value, schema, out, 0);
  }

  private static void look(Field field, CustomSchema schema, Refusals out, int depth) {
    if (depth > DEEPEST || !schema.hasEmbeddedObjects()) {
      return;
    }
    if (field.isObject()) {
      if (schema.isEmbeddedObject()) {
        object(field, out);
      }
      below(field, schema, out, depth);
    } else if (schema.items().isPresent()) {
      for (Field item : field.items()) {
        look(item, schema.items().get(), out, depth + 1);
      }
    }
  }

  private static void below(Field object, CustomSchema schema, Refusals out, int depth) {
    for (Field entry : object.entries()) {
      Optional<CustomSchema> field = schema.property(entry.name());
      if (field.isPresent()) {
        look(object.get(entry.name()), field.get(), out, depth + 1);
      } else if (schema.others().isPresent()) {
        look(entry, schema.others().get(), out, depth + 1);
      }
    }
  }

  private static void object(Field object, Refusals out) {
    Field version = object.get("apiVersion");
    if (isText("custom.embedded.apiVersion", version, out) && slashes(version.text()) > 1) {
      out.invalid(
          "custom.embedded.apiVersion",
          version,
          "unexpected GroupVersion string: " + version.text());
    }
    Field kind = object.get("kind");
    if (isText("custom.embedded.kind", kind, out)) {
      List<String> problems = DnsNames.label1035(kind.text().toLowerCase(Locale.ROOT));
      if (!problems.isEmpty()) {
        out.invalid(
            "custom.embedded.kind",
            kind,
            GoValues.quoted(kind.text()),
            "may have mixed case, but should otherwise match: " + String.join(",", problems));
      }
    }
    if (object.get("metadata").isSet()) {
      MetadataChecks.EMBEDDED.look(object, out);
    }
  }

  private static boolean isText(String fact, Field field, Refusals out) {
    if (!field.isSet()) {
      out.required(fact, field);
    } else if (!field.isString()) {
      out.invalid(fact, field, "must be a string");
    } else if (field.text().isEmpty()) {
      out.invalid(fact, field, "must not be empty");
    }
    return !field.text().isEmpty();
  }

  private static long slashes(String text) {
    return text.chars().filter(c -> c == '/').count();
  }
}
