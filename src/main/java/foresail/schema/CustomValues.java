package foresail.schema;

import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a custom resource against the value rules of its definition's schema: enums, ranges,
 * lengths, patterns, and combinations of schemas (k8s.io/kube-openapi/pkg/validation/validate, as
 * the extension server of v1.36 words it). Types and required fields are looked at only inside
 * combinations: {@link Decoder} has seen to the rest.
 */
final class CustomValues {
  private static final int DEEPEST = 200;

  private final List<Refusal> refusals = new ArrayList<>();

  /** Whether types and required fields count: inside anyOf, oneOf and not. */
  private final boolean whole;

  private CustomValues(boolean whole) {
    this.whole = whole;
  }

  /** Everything in the object that breaks a rule of the schema, in the order of the schema. */
  static List<Refusal> refusals(MappingNode root, Node schema) {
    CustomValues values = new CustomValues(false);
    values.check(root, schema, "", root.span(), 0);
    return values.refusals;
  }

  private static boolean fits(Node value, Node schema, int depth) {
    CustomValues values = new CustomValues(true);
    values.check(value, schema, "", value.span(), depth);
    return values.refusals.isEmpty();
  }

  private void check(Node value, Node schema, String path, Span place, int depth) {
    boolean nothing = value instanceof ScalarNode scalar && scalar.isNull();
    if (nothing || depth > DEEPEST) {
      return;
    }
    if (whole && !SchemaType.fits(value, schema)) {
      add(Reason.TYPE_INVALID, path, "of another type", place);
      return;
    }
    enumeration(value, schema, path, place);
    if (value instanceof ScalarNode scalar) {
      scalar(scalar, schema, path, place);
    } else if (value instanceof SequenceNode list) {
      list(list, schema, path, place, depth);
    } else if (value instanceof MappingNode object) {
      object(object, schema, path, place, depth);
    }
    combinations(value, schema, path, place, depth);
  }

  private void enumeration(Node value, Node schema, String path, Span place) {
    if (value instanceof ScalarNode scalar
        && schema.get("enum").orElse(null) instanceof SequenceNode allowed) {
      List<String> texts = new ArrayList<>();
      for (Node item : allowed.items()) {
        if (item instanceof ScalarNode one) {
          if (one.text().equals(scalar.text())) {
            return;
          }
          texts.add("\"" + one.text() + "\"");
        }
      }
      String supported = "supported values: " + String.join(", ", texts);
      add(
          Reason.NOT_SUPPORTED,
          path,
          "Unsupported value: " + shown(scalar) + ": " + supported,
          place);
    }
  }

  private void scalar(ScalarNode scalar, Node schema, String path, Span place) {
    if (scalar.isString()) {
      int length = scalar.text().codePointCount(0, scalar.text().length());
      whole(schema, "minLength")
          .filter(least -> length < least)
          .ifPresent(n -> body(scalar, path, "should be at least " + n + " chars long", place));
      whole(schema, "maxLength")
          .filter(most -> length > most)
          .ifPresent(
              n ->
                  add(
                      Reason.TOO_LONG,
                      path,
                      "Too long: may not be more than " + n + " bytes",
                      place));
      schema
          .string("pattern")
          .filter(pattern -> !BoundedPattern.finds(pattern, scalar.text()))
          .ifPresent(pattern -> body(scalar, path, "should match '" + pattern + "'", place));
    } else if (SchemaType.isNumber(scalar)) {
      range(scalar, schema, path, place);
    }
  }

  private void range(ScalarNode scalar, Node schema, String path, Span place) {
    Optional<BigDecimal> value = number(scalar);
    Optional<BigDecimal> least = schema.get("minimum").flatMap(CustomValues::number);
    Optional<BigDecimal> most = schema.get("maximum").flatMap(CustomValues::number);
    if (value.isPresent() && least.isPresent()) {
      boolean open = SchemaType.isTrue(schema, "exclusiveMinimum");
      if (value.get().compareTo(least.get()) < (open ? 1 : 0)) {
        String words = open ? "should be greater than " : "should be greater than or equal to ";
        body(scalar, path, words + least.get().toPlainString(), place);
      }
    }
    if (value.isPresent() && most.isPresent()) {
      boolean open = SchemaType.isTrue(schema, "exclusiveMaximum");
      if (value.get().compareTo(most.get()) > (open ? -1 : 0)) {
        String words = open ? "should be less than " : "should be less than or equal to ";
        body(scalar, path, words + most.get().toPlainString(), place);
      }
    }
  }

  private void list(SequenceNode list, Node schema, String path, Span place, int depth) {
    int size = list.items().size();
    whole(schema, "minItems")
        .filter(least -> size < least)
        .ifPresent(
            n ->
                add(
                    Reason.INVALID,
                    path,
                    "Invalid value: "
                        + size
                        + ": "
                        + path
                        + " in body should have at least "
                        + n
                        + " items",
                    place));
    tooMany(schema, "maxItems", size, path, place);
    Node items = schema.get("items").orElse(null);
    for (int i = 0; items != null && i < size; i++) {
      Node item = list.items().get(i);
      check(item, items, path + "[" + i + "]", item.span(), depth + 1);
    }
  }

  private void object(MappingNode object, Node schema, String path, Span place, int depth) {
    tooMany(schema, "maxProperties", object.entries().size(), path, place);
    whole(schema, "minProperties")
        .filter(least -> object.entries().size() < least)
        .ifPresent(
            n ->
                add(
                    Reason.INVALID,
                    path,
                    "Invalid value: " + path + " in body should have at least " + n + " properties",
                    place));
    Node values = schema.get("additionalProperties").orElse(null);
    for (MappingNode.Entry entry : object.entries()) {
      Node field = schema.at("properties", entry.name()).orElse(values);
      if (field instanceof MappingNode) {
        String below = path.isEmpty() ? entry.name() : path + "." + entry.name();
        check(entry.value(), field, below, place(entry), depth + 1);
      }
    }
    if (whole && schema.get("required").orElse(null) instanceof SequenceNode required) {
      for (Node name : required.items()) {
        if (name instanceof ScalarNode key && object.get(key.text()).isEmpty()) {
          add(Reason.REQUIRED, path, "Required value", place);
        }
      }
    }
  }

  /** A scalar is the smallest text at fault; of anything larger its key. */
  private static Span place(MappingNode.Entry entry) {
    return entry.value() instanceof ScalarNode ? entry.value().span() : entry.key().span();
  }

  private void tooMany(Node schema, String key, int size, String path, Span place) {
    whole(schema, key)
        .filter(most -> size > most)
        .ifPresent(
            n ->
                add(
                    Reason.TOO_MANY,
                    path,
                    "Too many: " + size + ": must have at most " + n + " items",
                    place));
  }

  private void combinations(Node value, Node schema, String path, Span place, int depth) {
    for (Node part : parts(schema, "allOf")) {
      check(value, part, path, place, depth + 1);
    }
    List<Node> any = parts(schema, "anyOf");
    if (!any.isEmpty() && any.stream().noneMatch(part -> fits(value, part, depth + 1))) {
      combination(path, "must validate at least one schema (anyOf)", place);
    }
    List<Node> one = parts(schema, "oneOf");
    long count = one.stream().filter(part -> fits(value, part, depth + 1)).count();
    if (!one.isEmpty() && count != 1) {
      String found = count == 0 ? "Found none valid" : "Found " + count + " valid alternatives";
      combination(path, "must validate one and only one schema (oneOf). " + found, place);
    }
    Node not = schema.get("not").orElse(null);
    if (not instanceof MappingNode && fits(value, not, depth + 1)) {
      combination(path, "must not validate the schema (not)", place);
    }
  }

  private static List<Node> parts(Node schema, String key) {
    return schema.get(key).orElse(null) instanceof SequenceNode list ? list.items() : List.of();
  }

  private void combination(String path, String words, Span place) {
    add(Reason.INVALID, path, "Invalid value: \"" + path + "\" " + words, place);
  }

  private void body(ScalarNode scalar, String path, String words, Span place) {
    String message = "Invalid value: " + shown(scalar) + ": " + path + " in body " + words;
    add(Reason.INVALID, path, message, place);
  }

  private static String shown(ScalarNode scalar) {
    return scalar.isString() ? "\"" + scalar.text() + "\"" : scalar.text();
  }

  private void add(Reason reason, String path, String message, Span place) {
    refusals.add(new Refusal("custom.value", reason, path, message, place));
  }

  private static Optional<Long> whole(Node schema, String key) {
    return schema.get(key).flatMap(CustomValues::number).map(BigDecimal::longValue);
  }

  private static Optional<BigDecimal> number(Node node) {
    if (node instanceof ScalarNode scalar
        && SchemaType.isNumber(scalar)
        && scalar.text().length() < 40) {
      try {
        return Optional.of(new BigDecimal(scalar.text()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
