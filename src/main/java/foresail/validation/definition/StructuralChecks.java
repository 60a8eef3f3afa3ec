package foresail.validation.definition;

import foresail.schema.custom.GoPattern;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/**
 * Whether a schema is structural: everything has a type, and what stands in combinations only
 * restricts values (schema/validation.go, validateStructuralInvariants).
 */
final class StructuralChecks {
  static final String FACT = "crd.schema.structural";
  private static final int DEEPEST = 1_000;
  private static final String EMBEDDED = "x-kubernetes-embedded-resource";
  private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
  private static final String INT_OR_STRING = "x-kubernetes-int-or-string";

  private enum Level {
    ROOT,
    ITEM,
    FIELD
  }

  private final Refusals out;

  private StructuralChecks(Refusals out) {
    this.out = out;
  }

  static void look(Field schema, Refusals out) {
    new StructuralChecks(out).invariants(schema, Level.ROOT, 0);
    CompletenessChecks.look(schema, out);
  }

  private void invariants(Field schema, Level level, int depth) {
    if (!schema.isObject() || depth > DEEPEST) {
      return;
    }
    Field items = schema.get("items");
    if (schema.get("type").is("array") && !items.isObject()) {
      out.required(FACT, items, "must be specified");
    }
    invariants(items, Level.ITEM, depth + 1);
    for (Field property : schema.get("properties").entries()) {
      invariants(property, Level.FIELD, depth + 1);
    }
    Field additional = schema.get("additionalProperties");
    if (additional.isSet() && level == Level.ROOT) {
      out.forbidden(FACT, additional, "must not be used at the root");
    }
    invariants(additional, Level.FIELD, depth + 1);
    extensions(schema);
    boolean skipAny = isIntOrString(schema.get("anyOf"));
    List<Field> all = schema.get("allOf").items();
    boolean skipAll = !all.isEmpty() && isIntOrString(all.get(0).get("anyOf"));
    new NestedChecks(out).values(schema, skipAny, skipAll, depth);
    type(schema, level);
    metadata(schema, level);
  }

  private void extensions(Field schema) {
    if (!schema.get(INT_OR_STRING).isTrue()) {
      return;
    }
    for (String name : List.of(PRESERVE, EMBEDDED)) {
      if (schema.get(name).isTrue()) {
        out.invalid(FACT, schema.get(name), "must be false if x-kubernetes-int-or-string is true");
      }
    }
  }

  private void type(Field schema, Level level) {
    Field type = schema.get("type");
    boolean embedded = schema.get(EMBEDDED).isTrue();
    boolean preserving = schema.get(PRESERVE).isTrue();
    if (embedded && !type.is("object")) {
      String words = "must be object if x-kubernetes-embedded-resource is true";
      if (type.isZero()) {
        out.required(FACT, type, words);
      } else {
        out.invalid(FACT, type, words);
      }
    } else if (type.isZero() && !schema.get(INT_OR_STRING).isTrue() && !preserving) {
      String where =
          switch (level) {
            case ROOT -> "at the root";
            case ITEM -> "for specified array items";
            case FIELD -> "for specified object fields";
          };
      out.required(FACT, type, "must not be empty " + where);
    }
    if (embedded && schema.get("additionalProperties").isSet()) {
      out.forbidden(
          FACT,
          schema.get("additionalProperties"),
          "must not be used if x-kubernetes-embedded-resource is set");
    }
    if (level == Level.ROOT && !type.isZero() && !type.is("object")) {
      out.invalid(FACT, type, "must be object at the root");
    }
    if (embedded && !preserving && schema.get("properties").size() == 0) {
      out.required(
          FACT,
          schema.get("properties"),
          "must not be empty if x-kubernetes-embedded-resource is true without"
              + " x-kubernetes-preserve-unknown-fields");
    }
  }

  private void metadata(Field schema, Level level) {
    boolean object = level == Level.ROOT || schema.get(EMBEDDED).isTrue();
    Field properties = schema.get("properties");
    for (String name : List.of("kind", "apiVersion")) {
      Field property = properties.entry(name);
      if (object && property.isSet() && !property.get("type").is("string")) {
        out.invalid(FACT, property.get("type"), "must be string");
      }
    }
    Field metadata = properties.entry("metadata");
    if (!metadata.isSet()) {
      return;
    }
    if (object && !metadata.get("type").is("object")) {
      out.invalid(FACT, metadata.get("type"), "must be object");
    }
    if (level == Level.ROOT && restrictsMore(metadata)) {
      out.forbidden(
          FACT,
          metadata,
          "must not specify anything other than name and generateName, but metadata is implicitly"
              + " specified");
    }
  }

  /** Whether it speaks of anything but the object's name. */
  private static boolean restrictsMore(Field metadata) {
    for (Field keyword : metadata.entries()) {
      boolean fine =
          switch (keyword.name()) {
            case "type", "default", "externalDocs", "example" -> true;
            case "properties" ->
                keyword.entries().stream()
                    .allMatch(p -> p.name().equals("name") || p.name().equals("generateName"));
            case "additionalProperties",
                "items",
                "not",
                "maximum",
                "minimum",
                "multipleOf",
                "maxLength",
                "minLength",
                "maxItems",
                "minItems",
                "maxProperties",
                "minProperties",
                "x-kubernetes-list-type",
                "x-kubernetes-map-type" ->
                !keyword.isSet();
            default -> keyword.isZero();
          };
      if (!fine) {
        return true;
      }
    }
    return false;
  }

  /** {@code anyOf: [{type: integer}, {type: string}]}, the one combination that may name types. */
  static boolean isIntOrString(Field anyOf) {
    List<Field> parts = anyOf.items();
    return parts.size() == 2 && isOnly(parts.get(0), "integer") && isOnly(parts.get(1), "string");
  }

  private static boolean isOnly(Field schema, String type) {
    return schema.size() == 1 && schema.get("type").is(type);
  }

  /** Whether a pattern is one. */
  static void pattern(Field pattern, Refusals out) {
    if (!pattern.isZero()) {
      GoPattern.problem(pattern.text())
          .ifPresent(
              words ->
                  out.invalid(
                      FACT, pattern, "must be a valid regular expression, but isn't: " + words));
    }
  }
}
