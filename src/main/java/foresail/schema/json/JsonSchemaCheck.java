package foresail.schema.json;

import foresail.finding.Reason;
import foresail.finding.Refusal;
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

  private static final String FACT = "custom.value";
  private final List<Refusal> refusals = new ArrayList<>();

  /** Whether types and required fields count, which decoding sees to outside combinations. */
  private final boolean inCombination;

  private JsonSchemaCheck(boolean inCombination) {
    this.inCombination = inCombination;
  }

  /**
   * Where values of a custom resource break the schema of its definition: types and fields are
   * checked by decoding.
   */
  public static List<Refusal> values(MappingNode object, Node schema) {
    JsonSchemaCheck check = new JsonSchemaCheck(false);
    check.check(object, schema, new At("", firstKey(object), 0));
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

  private static boolean fits(Node value, Node schema, At at) {
    JsonSchemaCheck check = new JsonSchemaCheck(true);
    check.check(value, schema, at.deeper());
    return check.refusals.isEmpty();
  }

  private void check(Node value, Node schema, At at) {
    if (at.depth > DEEPEST || (SchemaType.isNull(value) && !inCombination)) {
      return;
    }
    if (inCombination && !SchemaType.fits(value, schema)) {
      add(Reason.TYPE_INVALID, at, "must be of another type");
      return;
    }
    ValueRules.check(value, schema, at, this);
    if (value instanceof SequenceNode list) {
      items(list, schema, at);
    } else if (value instanceof MappingNode object) {
      fields(object, schema, at);
    }
    combinations(value, schema, at);
  }

  private void items(SequenceNode list, Node schema, At at) {
    Node items = schema.get("items").orElse(null);
    for (int i = 0; items instanceof MappingNode && i < list.items().size(); i++) {
      Node item = list.items().get(i);
      Span span = item instanceof MappingNode object ? firstKey(object) : item.span();
      check(item, items, at.item(i, span));
    }
  }

  private void fields(MappingNode object, Node schema, At at) {
    Node others = schema.get("additionalProperties").orElse(null);
    for (MappingNode.Entry entry : object.entries()) {
      Node field = schema.at("properties", entry.name()).orElse(others);
      if (field instanceof MappingNode) {
        Span span = entry.value() instanceof ScalarNode ? entry.value().span() : entry.key().span();
        check(entry.value(), field, at.field(entry.name(), span));
      }
    }
    if (inCombination && schema.get("required").orElse(null) instanceof SequenceNode required) {
      for (Node name : required.items()) {
        if (name instanceof ScalarNode key && object.get(key.text()).isEmpty()) {
          add(Reason.REQUIRED, at.field(key.text(), at.span), "Required value");
        }
      }
    }
  }

  private void combinations(Node value, Node schema, At at) {
    for (Node part : parts(schema, "allOf")) {
      check(value, part, at.deeper());
    }
    List<Node> any = parts(schema, "anyOf");
    if (!any.isEmpty() && any.stream().noneMatch(part -> fits(value, part, at))) {
      combination(at, "must validate at least one schema (anyOf)");
    }
    List<Node> one = parts(schema, "oneOf");
    long count = one.stream().filter(part -> fits(value, part, at)).count();
    if (!one.isEmpty() && count != 1) {
      String found = count == 0 ? "Found none valid" : "Found " + count + " valid alternatives";
      combination(at, "must validate one and only one schema (oneOf). " + found);
    }
    Node not = schema.get("not").orElse(null);
    if (not instanceof MappingNode && fits(value, not, at)) {
      combination(at, "must not validate the schema (not)");
    }
  }

  private static List<Node> parts(Node schema, String key) {
    return schema.get(key).orElse(null) instanceof SequenceNode list ? list.items() : List.of();
  }

  private void combination(At at, String words) {
    add(Reason.INVALID, at, "Invalid value: \"" + at.path + "\" " + words);
  }

  void add(Reason reason, At at, String message) {
    refusals.add(new Refusal(FACT, reason, at.path, message, at.span));
  }

  private static Span firstKey(MappingNode node) {
    return node.entries().isEmpty() ? node.span() : node.entries().get(0).key().span();
  }
}
