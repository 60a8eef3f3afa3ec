package foresail.schema.json;

import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.schema.json.SchemaDocument.Place;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds an object against a JSON Schema, in the words of the server's validation of custom
 * resources (k8s.io/kube-openapi/pkg/validation/validate, v1.36). Known are the keywords of draft 7
 * that speak of one value, and combinations; {@code format}, {@code if} and {@code dependencies}
 * are not looked at.
 */
public final class JsonSchemaCheck {
  private static final int DEEPEST = 200;

  private final String fact;
  private final List<Refusal> refusals = new ArrayList<>();

  /** Whether types, required and unknown fields count, which decoding may have seen to. */
  private final boolean whole;

  private JsonSchemaCheck(String fact, boolean whole) {
    this.fact = fact;
    this.whole = whole;
  }

  /**
   * Where values of a custom resource break the schema of its definition: types and fields are
   * checked by decoding.
   */
  public static List<Refusal> values(MappingNode object, Node schema) {
    return check(new JsonSchemaCheck("custom.value", false), object, SchemaDocument.of(schema));
  }

  /** Where an object breaks the schema of a file. */
  static List<Refusal> all(MappingNode object, SchemaDocument schema) {
    return check(new JsonSchemaCheck("custom.schema", true), object, schema);
  }

  private static List<Refusal> check(
      JsonSchemaCheck check, MappingNode object, SchemaDocument schema) {
    check.check(object, new Place(schema.root(), schema), new At("", firstKey(object), 0));
    return check.refusals;
  }

  /**
   * Where the check stands.
   *
   * @param path of the value
   * @param span what to underline
   */
  record At(String path, Span span, int depth) {
    At field(String name, Span span) {
      return new At(path.isEmpty() ? name : path + "." + name, span, depth + 1);
    }

    At item(int index, Span span) {
      return new At(path + "[" + index + "]", span, depth + 1);
    }

    At deeper() {
      return new At(path, span, depth + 1);
    }
  }

  private static boolean fits(Node value, Place place, At at) {
    JsonSchemaCheck check = new JsonSchemaCheck("", true);
    check.check(value, place, at.deeper());
    return check.refusals.isEmpty();
  }

  private void check(Node value, Place place, At at) {
    if (at.depth > DEEPEST || (SchemaType.isNull(value) && !whole)) {
      return;
    }
    Node schema = place.schema();
    String reference = schema.string("$ref").orElse("");
    if (!reference.isEmpty()) {
      place.document().resolve(reference).ifPresent(target -> check(value, target, at.deeper()));
      return;
    }
    if (whole && !SchemaType.fits(value, schema)) {
      wrongType(value, schema, at);
      return;
    }
    ValueRules.check(value, schema, at, this);
    if (value instanceof SequenceNode list) {
      items(list, place, at);
    } else if (value instanceof MappingNode object) {
      fields(object, place, at);
    }
    combinations(value, place, at);
  }

  private void wrongType(Node value, Node schema, At at) {
    String given = "\"" + SchemaType.of(value) + "\"";
    String words = at.path + " in body must be of type " + SchemaType.names(schema) + ": " + given;
    add(Reason.TYPE_INVALID, at, "Invalid value: " + given + ": " + words);
  }

  private void items(SequenceNode list, Place place, At at) {
    Node items = place.schema().get("items").orElse(null);
    for (int i = 0; items instanceof MappingNode && i < list.items().size(); i++) {
      Node item = list.items().get(i);
      Span span = item instanceof MappingNode object ? firstKey(object) : item.span();
      check(item, new Place(items, place.document()), at.item(i, span));
    }
  }

  private void fields(MappingNode object, Place place, At at) {
    Node schema = place.schema();
    Node others = schema.get("additionalProperties").orElse(null);
    for (MappingNode.Entry entry : object.entries()) {
      Node field = schema.at("properties", entry.name()).orElse(others);
      Span span = entry.value() instanceof ScalarNode ? entry.value().span() : entry.key().span();
      At below = at.field(entry.name(), span);
      if (field instanceof MappingNode) {
        check(entry.value(), new Place(field, place.document()), below);
      } else if (whole && isUnknown(schema, entry.name())) {
        At key = at.field(entry.name(), entry.key().span());
        add(Reason.BAD_REQUEST, key, "unknown field \"" + key.path + "\"");
      }
    }
    if (whole && schema.get("required").orElse(null) instanceof SequenceNode required) {
      for (Node name : required.items()) {
        if (name instanceof ScalarNode key && object.get(key.text()).isEmpty()) {
          add(Reason.REQUIRED, at.field(key.text(), at.span), "Required value");
        }
      }
    }
  }

  private static boolean isUnknown(Node schema, String name) {
    return SchemaType.isFalse(schema, "additionalProperties")
        && schema.get("patternProperties").isEmpty()
        && schema.at("properties", name).isEmpty();
  }

  private void combinations(Node value, Place place, At at) {
    for (Place part : parts(place, "allOf")) {
      check(value, part, at.deeper());
    }
    List<Place> any = parts(place, "anyOf");
    if (!any.isEmpty() && any.stream().noneMatch(part -> fits(value, part, at))) {
      combination(at, "must validate at least one schema (anyOf)");
    }
    List<Place> one = parts(place, "oneOf");
    long count = one.stream().filter(part -> fits(value, part, at)).count();
    if (!one.isEmpty() && count != 1) {
      String found = count == 0 ? "Found none valid" : "Found " + count + " valid alternatives";
      combination(at, "must validate one and only one schema (oneOf). " + found);
    }
    Node not = place.schema().get("not").orElse(null);
    if (not instanceof MappingNode && fits(value, new Place(not, place.document()), at)) {
      combination(at, "must not validate the schema (not)");
    }
  }

  private static List<Place> parts(Place place, String key) {
    List<Place> parts = new ArrayList<>();
    if (place.schema().get(key).orElse(null) instanceof SequenceNode list) {
      list.items().forEach(part -> parts.add(new Place(part, place.document())));
    }
    return parts;
  }

  private void combination(At at, String words) {
    add(Reason.INVALID, at, "Invalid value: \"" + at.path + "\" " + words);
  }

  void add(Reason reason, At at, String message) {
    refusals.add(new Refusal(fact, reason, at.path, message, at.span));
  }

  private static Span firstKey(MappingNode node) {
    return node.entries().isEmpty() ? node.span() : node.entries().get(0).key().span();
  }
}
