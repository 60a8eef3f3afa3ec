package foresail.schema.custom;

import foresail.finding.Refusal;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a custom resource against its schema, in the words of the server
 * (k8s.io/kube-openapi/pkg/validation/validate, v1.36).
 */
public final class ValueCheck {
  private static final int DEEPEST = 1_000;

  private ValueCheck() {}

  /**
   * Where the values of an object break its schema.
   *
   * @param object with defaults, and without the nulls that the server drops
   */
  public static List<Refusal> refusals(MappingNode object, CustomSchema schema) {
    Told told = new Told();
    check(object, schema.values(), At.root(object), told);
    return told.refusals();
  }

  /**
   * Where a default of a definition breaks its schema.
   *
   * @param path of the default, printed before those of its parts
   */
  public static List<Refusal> refusals(Node value, CustomSchema schema, String path) {
    Told told = new Told();
    check(value, schema.values(), At.root(value.span()), told);
    List<Refusal> refusals = new ArrayList<>();
    for (Refusal found : told.refusals()) {
      boolean whole = found.path().isEmpty() || found.path().equals(Told.NO_PATH);
      String full = whole ? path : path + "." + found.path();
      refusals.add(new Refusal("crd.default", found.reason(), full, found.message(), found.span()));
    }
    return refusals;
  }

  private static void check(Node value, ValueSchema schema, At at, Told told) {
    if (at.depth() > DEEPEST) {
      return;
    }
    TypeRule.check(value, schema, at, told);
    if (CustomSchema.isNull(value)) {
      ValueRules.enumeration(value, schema, at, told);
      return;
    }
    all(value, schema.all, at, told);
    any(value, schema.any, at, told);
    one(value, schema.one, at, told);
    if (schema.not.isPresent() && alone(value, schema.not.get(), at).isEmpty()) {
      told.combination(at, "must not validate the schema (not)");
    }
    ValueRules.check(value, schema, at, told);
    if (value instanceof SequenceNode list) {
      items(list, schema, at, told);
    } else if (value instanceof MappingNode object) {
      fields(object, schema, at, told);
    }
    told.match(3);
  }

  private static void items(SequenceNode list, ValueSchema schema, At at, Told told) {
    if (schema.items.isPresent()) {
      List<Node> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        check(items.get(i), schema.items.get(), at.item(i, items.get(i)), told);
      }
    }
  }

  private static void fields(MappingNode object, ValueSchema schema, At at, Told told) {
    for (String name : schema.required) {
      if (object.entry(name).isEmpty()) {
        told.required(at.absent(name));
      }
    }
    for (MappingNode.Entry entry : object.entries()) {
      ValueSchema known = schema.properties.get(entry.name());
      if (known != null) {
        check(entry.value(), known, at.field(entry), told);
      } else if (schema.others.isPresent()) {
        check(entry.value(), schema.others.get(), at.field(entry), told);
      }
    }
  }

  /** What a part of a combination says by itself. */
  private static Told alone(Node value, ValueSchema part, At at) {
    Told told = new Told();
    check(value, part, at.again(), told);
    return told;
  }

  private static void all(Node value, List<ValueSchema> parts, At at, Told told) {
    int fitting = 0;
    for (ValueSchema part : parts) {
      Told found = alone(value, part, at);
      fitting += found.isEmpty() ? 1 : 0;
      told.addAll(found);
    }
    if (fitting < parts.size()) {
      String none = fitting == 0 ? ". None validated" : "";
      told.combination(at, "must validate all the schemas (allOf)" + none);
    }
  }

  private static void any(Node value, List<ValueSchema> parts, At at, Told told) {
    Told nearest = null;
    for (ValueSchema part : parts) {
      Told found = alone(value, part, at);
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

  private static void one(Node value, List<ValueSchema> parts, At at, Told told) {
    Told nearest = null;
    int fitting = 0;
    for (ValueSchema part : parts) {
      Told found = alone(value, part, at);
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
}
