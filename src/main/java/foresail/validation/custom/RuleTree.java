package foresail.validation.custom;

import foresail.cel.CelType;
import foresail.cel.Declarations;
import foresail.cel.Environment;
import foresail.schema.custom.CustomSchema;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a schema and of those below it, compiled; parts without rules are left out.
 *
 * @param type of the value; empty where rules cannot speak of it
 * @param rules in the order in which they are written; empty where the type is
 */
public record RuleTree(
    CustomSchema schema,
    Optional<CelType> type,
    List<Rule> rules,
    Map<String, RuleTree> properties,
    Optional<RuleTree> others,
    Optional<RuleTree> items) {
  /**
   * Compiles all rules.
   *
   * @param object whether the schema is that of whole objects
   * @param release the server's minor version: 36 for Kubernetes 1.36
   */
  public static RuleTree of(CustomSchema schema, boolean object, int release) {
    Optional<CelType> type = RuleTypes.of(schema, object, "object");
    return new Compiler(release).tree(schema, type, "object");
  }

  private record Compiler(int release) {
    RuleTree tree(CustomSchema schema, Optional<CelType> type, String path) {
      Map<String, RuleTree> properties = new LinkedHashMap<>();
      schema
          .properties()
          .forEach(
              (name, property) ->
                  below(property, path + "." + name).ifPresent(t -> properties.put(name, t)));
      return new RuleTree(
          schema,
          type,
          rules(schema, type),
          properties,
          schema.others().flatMap(others -> below(others, path + "{}")),
          schema.items().flatMap(items -> below(items, path + "[]")));
    }

    private Optional<RuleTree> below(CustomSchema schema, String path) {
      return schema.hasRules()
          ? Optional.of(tree(schema, RuleTypes.of(schema, schema.isEmbeddedObject(), path), path))
          : Optional.empty();
    }

    private List<Rule> rules(CustomSchema schema, Optional<CelType> type) {
      List<Rule> rules = new ArrayList<>();
      if (type.isEmpty() || schema.rules().isEmpty()) {
        return rules;
      }
      Declarations self = new Declarations(release, Map.of("self", type.get()));
      Environment plain = null;
      Environment optional = null;
      for (Node rule : schema.rules()) {
        String path = blamed(rule, schema);
        if (Rule.oldIsOptional(rule)) {
          CelType old = CelType.optionalOf(type.get());
          optional = optional == null ? new Environment(self.with("oldSelf", old)) : optional;
          rules.add(Rule.of(rule, path, optional));
        } else {
          plain = plain == null ? new Environment(self.with("oldSelf", type.get())) : plain;
          rules.add(Rule.of(rule, path, plain));
        }
      }
      return rules;
    }

    private static String blamed(Node rule, CustomSchema schema) {
      String path = rule.string("fieldPath").orElse("");
      return path.isEmpty() ? "" : JsonPath.read(path, schema, true).path();
    }
  }
}
