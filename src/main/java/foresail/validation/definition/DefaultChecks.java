package foresail.validation.definition;

import foresail.schema.custom.CustomSchema;
import foresail.schema.custom.Pruning;
import foresail.schema.custom.ValueCheck;
import foresail.source.Node;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.custom.EmbeddedObjects;
import foresail.validation.custom.RuleEvaluation;
import foresail.validation.custom.RuleTree;

/**
 * Defaults must fit the schema that they stand in (schema/defaulting/validation.go). Defaults
 * inside a default do not count.
 */
final class DefaultChecks {
  private static final int DEEPEST = 1_000;
  private static final String FACT = "crd.default";

  private DefaultChecks() {}

  /** Not inside additionalProperties, nor in the metadata of objects. */
  static void look(Field field, CustomSchema schema, Refusals out) {
    look(field, schema, true, out, 0);
  }

  private static void look(
      Field field, CustomSchema schema, boolean root, Refusals out, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (schema.standard().isPresent()) {
      standard(field.get("default"), schema, schema.standard().get(), root, out);
    }
    if (schema.items().isPresent()) {
      look(field.get("items"), schema.items().get(), false, out, depth + 1);
    }
    boolean object = root || schema.isEmbeddedObject();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              Field there = field.get("properties").entry(name);
              if (!object || !CustomSchema.isMeta(name)) {
                look(there, property, false, out, depth + 1);
              } else if (property.standard().isPresent()) {
                metadata(name, there.get("default"), out);
              }
            });
  }

  /** Of the metadata itself only the type is looked at. */
  private static void metadata(String name, Field standard, Refusals out) {
    String why = name.equals("metadata") ? "must be an object" : name + ": must be a string";
    if (name.equals("metadata") ? !standard.isObject() : !standard.isString()) {
      out.invalid(FACT, standard, "must result in valid metadata: " + why);
    }
  }

  private static void standard(
      Field field, CustomSchema schema, Node value, boolean root, Refusals out) {
    if (!Pruning.keepsAll(value, schema)) {
      out.invalid(FACT, field, "must not have unknown fields");
    }
    int before = out.count();
    EmbeddedObjects.look(field, schema, root, out);
    if (out.count() == before) {
      ValueCheck.refusals(value, schema, field.path()).forEach(out::add);
    }
    if (out.count() == before && schema.hasRules()) {
      RuleEvaluation.look(field, RuleTree.of(schema, root, out.release()), out);
    }
  }
}
