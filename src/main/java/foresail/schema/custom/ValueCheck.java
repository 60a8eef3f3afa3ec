package foresail.schema.custom;

import foresail.finding.Refusal;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a custom resource against its schema, in the words of the server
 * (k8s.io/kube-openapi/pkg/validation/validate, v1.36).
 */
public final class ValueCheck {
  private static final int DEEPEST = 200;

  private ValueCheck() {}

  /**
   * Where the values of an object break its schema.
   *
   * @param object with defaults, and without the nulls that the server drops
   */
  public static List<Refusal> refusals(MappingNode object, CustomSchema schema) {
    Told told = check(object, schema.node(), At.root(object));
    return told.refusals();
  }

  /**
   * Where a default of a definition breaks its schema.
   *
   * @param path of the default, printed before those of its parts
   */
  public static List<Refusal> refusals(Node value, CustomSchema schema, String path) {
    List<Refusal> refusals = new ArrayList<>();
    for (Refusal found : check(value, schema.node(), new At("", value.span(), 0)).refusals()) {
      boolean whole = found.path().isEmpty() || found.path().equals(Told.NO_PATH);
      String full = whole ? path : path + "." + found.path();
      refusals.add(new Refusal("crd.default", found.reason(), full, found.message(), found.span()));
    }
    return refusals;
  }

  private static Told check(Node value, Node schema, At at) {
    Told told = new Told();
    if (at.depth() > DEEPEST || !(schema instanceof MappingNode)) {
      return told;
    }
    TypeRule.check(value, schema, at, told);
    if (CustomSchema.isNull(value)) {
      ValueRules.enumeration(value, schema, at, told);
      return told;
    }
    combinations(value, schema, at, told);
    ValueRules.check(value, schema, at, told);
    if (value instanceof SequenceNode list) {
      items(list, schema, at, told);
    } else if (value instanceof MappingNode object) {
      fields(object, schema, at, told);
    }
    told.match(3);
    return told;
  }

  private static void items(SequenceNode list, Node schema, At at, Told told) {
    Node items = schema.get("items").orElse(null);
    for (int i = 0; items instanceof MappingNode && i < list.items().size(); i++) {
      Node item = list.items().get(i);
      told.addAll(check(item, items, at.item(i, item)));
    }
  }

  private static void fields(MappingNode object, Node schema, At at, Told told) {
    if (schema.get("required").orElse(null) instanceof SequenceNode required) {
      for (Node name : required.items()) {
        if (name instanceof ScalarNode key && object.entry(key.text()).isEmpty()) {
          told.required(at.absent(key.text()));
        }
      }
    }
    Node properties = schema.get("properties").orElse(null);
    Node others = schema.get("additionalProperties").orElse(null);
    for (MappingNode.Entry entry : object.entries()) {
      Node field = properties == null ? null : properties.get(entry.name()).orElse(null);
      Node rule = field == null ? others : field;
      if (rule instanceof MappingNode) {
        told.addAll(check(entry.value(), rule, at.field(entry)));
      }
    }
  }

  private static void combinations(Node value, Node schema, At at, Told told) {
    all(value, parts(schema, "allOf"), at, told);
    any(value, parts(schema, "anyOf"), at, told);
    one(value, parts(schema, "oneOf"), at, told);
    Node not = schema.get("not").orElse(null);
    if (not instanceof MappingNode && check(value, not, deeper(at)).isEmpty()) {
      told.combination(at, "must not validate the schema (not)");
    }
  }

  private static void all(Node value, List<Node> parts, At at, Told told) {
    int fitting = 0;
    for (Node part : parts) {
      Told found = check(value, part, deeper(at));
      fitting += found.isEmpty() ? 1 : 0;
      told.addAll(found);
    }
    if (fitting < parts.size()) {
      String none = fitting == 0 ? ". None validated" : "";
      told.combination(at, "must validate all the schemas (allOf)" + none);
    }
  }

  private static void any(Node value, List<Node> parts, At at, Told told) {
    Told nearest = null;
    for (Node part : parts) {
      Told found = check(value, part, deeper(at));
      if (found.isEmpty()) {
        return;
      }
      nearest = nearest == null || found.matches() > nearest.matches() ? found : nearest;
    }
    if (nearest != null) {
      told.combination(at, "must validate at least one schema (anyOf)");
      told.addAll(nearest);
    }
  }

  private static void one(Node value, List<Node> parts, At at, Told told) {
    Told nearest = null;
    int fitting = 0;
    for (Node part : parts) {
      Told found = check(value, part, deeper(at));
      if (found.isEmpty()) {
        fitting++;
      } else if (fitting == 0 && (nearest == null || found.matches() > nearest.matches())) {
        nearest = found;
      }
    }
    String words = "must validate one and only one schema (oneOf). Found ";
    if (fitting > 1) {
      told.combination(at, words + fitting + " valid alternatives");
    } else if (fitting == 0 && nearest != null) {
      told.combination(at, words + "none valid");
      told.addAll(nearest);
    }
  }

  private static At deeper(At at) {
    return new At(at.path(), at.span(), at.depth() + 1);
  }

  private static List<Node> parts(Node schema, String key) {
    List<Node> parts = new ArrayList<>(0);
    if (schema.get(key).orElse(null) instanceof SequenceNode list) {
      for (Node part : list.items()) {
        if (part instanceof MappingNode) {
          parts.add(part);
        }
      }
    }
    return parts;
  }
}
