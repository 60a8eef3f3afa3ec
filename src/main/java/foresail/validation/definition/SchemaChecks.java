package foresail.validation.definition;

import foresail.finding.Refusal;
import foresail.schema.custom.CustomSchema;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/** The schema of a custom resource as a whole; what is looked at first decides what comes next. */
final class SchemaChecks {
  /** What may stand beside the fields where status is written by itself, as Go names it. */
  private static final String AT_ROOT =
      "[Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum MaxLength"
          + " MinLength Pattern MaxItems MinItems UniqueItems MultipleOf Required Items Properties"
          + " ExternalDocs Example XPreserveUnknownFields XValidations]";

  /** What may not stand there. */
  private static final List<String> NOT_AT_ROOT =
      List.of(
          "id",
          "$schema",
          "$ref",
          "nullable",
          "default",
          "enum",
          "maxProperties",
          "minProperties",
          "allOf",
          "oneOf",
          "anyOf",
          "not",
          "additionalProperties",
          "patternProperties",
          "dependencies",
          "additionalItems",
          "definitions",
          "x-kubernetes-embedded-resource",
          "x-kubernetes-int-or-string",
          "x-kubernetes-list-map-keys",
          "x-kubernetes-list-type",
          "x-kubernetes-map-type");

  private SchemaChecks() {}

  /**
   * @param validation what holds the schema
   * @param status whether status is a subresource
   */
  static void look(Field validation, boolean status, Refusals out) {
    Field schema = validation.get("openAPIV3Schema");
    if (!(schema.node().orElse(null) instanceof MappingNode node)) {
      return;
    }
    int before = out.count();
    if (status) {
      root(schema, out);
    }
    if (schema.get("nullable").isTrue()) {
      out.forbidden(
          "crd.schema.root", schema.get("nullable"), "nullable cannot be true at the root");
    }
    String unstructured = Unstructured.in(node);
    boolean sound = false;
    if (unstructured.isEmpty()) {
      int start = out.count();
      StructuralChecks.look(schema, out);
      if (out.count() == start) {
        DefaultChecks.look(schema, CustomSchema.of(node), out);
      }
      sound = out.count() == start;
    }
    int keywords = out.count();
    new KeywordChecks(out).look(schema);
    List<String> flawed = out.all().stream().skip(keywords).map(Refusal::path).toList();
    if (out.count() == before && !unstructured.isEmpty()) {
      out.invalid("crd.schema.structural", schema, "\"\"", unstructured);
    }
    if (sound) {
      RuleChecks.compile(schema, CustomSchema.of(node), flawed, out);
    }
  }

  private static void root(Field schema, Refusals out) {
    Field type = schema.get("type");
    if (!type.isZero() && !type.is("object")) {
      out.invalid(
          "crd.schema.root",
          type,
          "only \"object\" is allowed as the type at the root of the schema if the status"
              + " subresource is enabled");
      return;
    }
    for (String key : NOT_AT_ROOT) {
      Field field = schema.get(key);
      boolean there = isPointer(key) ? field.isSet() : !field.isZero();
      if (there) {
        out.invalidWithoutValue(
            "crd.schema.root",
            schema,
            "only "
                + AT_ROOT
                + " fields are allowed at the root of the schema if the status subresource is"
                + " enabled");
        return;
      }
    }
  }

  /** Whether even an empty value counts as one. */
  private static boolean isPointer(String key) {
    return switch (key) {
      case "$ref",
          "default",
          "maxProperties",
          "minProperties",
          "not",
          "additionalProperties",
          "additionalItems",
          "x-kubernetes-list-type",
          "x-kubernetes-map-type" ->
          true;
      default -> false;
    };
  }

  /** What keeps a schema from being structural at all (schema/convert.go). */
  private static final class Unstructured {
    private static final int DEEPEST = 1_000;

    /** The server's words; empty where nothing does. */
    static String in(MappingNode schema) {
      return in(Field.root(schema), 0);
    }

    private static String in(Field schema, int depth) {
      if (!schema.isObject() || depth > DEEPEST) {
        return "";
      }
      for (String key :
          List.of("id", "$schema", "$ref", "patternProperties", "dependencies", "definitions")) {
        if (!schema.get(key).isZero()) {
          String name = key.equals("$schema") ? "schema" : key;
          return "OpenAPIV3Schema '" + name + "' is not supported";
        }
      }
      if (schema.get("additionalItems").isSet()) {
        return "OpenAPIV3Schema 'additionalItems' is not supported";
      }
      Node items = schema.get("items").node().orElse(null);
      if (items instanceof SequenceNode list && !list.items().isEmpty()) {
        return "OpenAPIV3Schema 'items' must be a schema, but is an array";
      }
      Field preserve = schema.get("x-kubernetes-preserve-unknown-fields");
      if (preserve.isSet() && !preserve.isTrue()) {
        return "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined";
      }
      return below(schema, depth);
    }

    private static String below(Field schema, int depth) {
      for (Field child : Subschemas.of(schema)) {
        String problem = in(child, depth + 1);
        if (!problem.isEmpty()) {
          return problem;
        }
      }
      return "";
    }
  }
}
