package foresail.validation.definition;

import foresail.schema.custom.CustomSchema;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/**
 * The keywords of a schema, one schema after the other (validation.go,
 * ValidateCustomResourceDefinitionOpenAPISchema).
 */
final class KeywordChecks {
  private static final int DEEPEST = 1_000;
  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "object", "string");
  private static final String FORBIDDEN = "crd.schema.forbidden";
  private static final String KEYWORD = "crd.schema.keyword";

  private final Refusals out;

  KeywordChecks(Refusals out) {
    this.out = out;
  }

  /**
   * What is known of the place of a schema.
   *
   * @param noDefaults why there may be no defaults; empty where there may be
   * @param inMeta whether it is of apiVersion, kind or metadata
   */
  private record Place(boolean root, String noDefaults, boolean inMeta, int depth) {
    Place below() {
      return new Place(false, noDefaults, inMeta, depth + 1);
    }

    Place withoutDefaults(String reason) {
      return new Place(root, reason, inMeta, depth);
    }

    Place meta() {
      return new Place(root, noDefaults, true, depth);
    }
  }

  void look(Field schema) {
    look(schema, new Place(true, "", false, 0));
  }

  private void look(Field schema, Place place) {
    if (!schema.isObject() || place.depth > DEEPEST) {
      return;
    }
    keywords(schema, place);
    if (schema.get("uniqueItems").isTrue()) {
      out.forbidden(
          FORBIDDEN,
          schema.get("uniqueItems"),
          "uniqueItems cannot be set to true since the runtime complexity becomes quadratic");
    }
    additional(schema, place);
    properties(schema, place);
    for (String name : List.of("not", "items")) {
      look(schema.get(name), place.below());
    }
    for (String name : List.of("allOf", "oneOf", "anyOf")) {
      schema.get(name).items().forEach(part -> look(part, place.below()));
    }
    schema.get("definitions").entries().forEach(part -> look(part, place.below()));
    if (!schema.get("items").isObject()) {
      schema.get("items").items().forEach(part -> look(part, place.below()));
    }
    ListKeywordChecks.look(schema, out);
    RuleChecks.shape(schema, out);
  }

  private void keywords(Field schema, Place place) {
    Field type = schema.get("type");
    if (!type.isZero() && !TYPES.contains(type.text())) {
      out.notSupported(KEYWORD, type, TYPES);
    }
    if (schema.get("default").isSet() && !place.noDefaults.isEmpty()) {
      out.forbidden("crd.default", schema.get("default"), "must not be set " + place.noDefaults);
    }
    if (!schema.get("id").isZero()) {
      out.forbidden(FORBIDDEN, schema.get("id"), "id is not supported");
    }
    for (String name : List.of("additionalItems", "dependencies", "$ref")) {
      if (schema.get(name).isSet()) {
        out.forbidden(FORBIDDEN, schema.get(name), name + " is not supported");
      }
    }
    for (String name : List.of("patternProperties", "definitions")) {
      if (!schema.get(name).isZero()) {
        out.forbidden(FORBIDDEN, schema.get(name), name + " is not supported");
      }
    }
    if (type.is("null")) {
      out.forbidden(FORBIDDEN, type, "type cannot be set to null, use nullable as an alternative");
    }
    Field items = schema.get("items");
    if (items.isSet() && !items.isObject() && items.size() > 0) {
      out.forbidden(FORBIDDEN, items, "items must be a schema object and not an array");
    }
    if (place.inMeta && schema.get("x-kubernetes-embedded-resource").isTrue()) {
      out.forbidden(
          FORBIDDEN,
          schema.get("x-kubernetes-embedded-resource"),
          "must not be used inside of resource meta");
    }
    Field preserve = schema.get("x-kubernetes-preserve-unknown-fields");
    if (preserve.isSet() && !preserve.isTrue()) {
      out.invalid(KEYWORD, preserve, "must be true or undefined");
    }
  }

  private void additional(Field schema, Place place) {
    Field additional = schema.get("additionalProperties");
    if (!additional.isSet()) {
      return;
    }
    if (schema.get("properties").size() > 0 && (additional.isObject() || !additional.isTrue())) {
      out.forbidden(
          FORBIDDEN, additional, "additionalProperties and properties are mutual exclusive");
    }
    String reason = "inside additionalProperties applying to object metadata";
    look(additional, place.inMeta ? place.withoutDefaults(reason).below() : place.below());
  }

  private void properties(Field schema, Place place) {
    boolean object = place.root || schema.get("x-kubernetes-embedded-resource").isTrue();
    for (Field property : schema.get("properties").entries()) {
      Place there = place.below();
      if (object && CustomSchema.isMeta(property.name())) {
        there = there.meta();
        if (place.root) {
          there = there.withoutDefaults("in top-level " + property.name());
        }
      }
      look(property, there);
    }
  }
}
