package foresail.validation.custom;

import foresail.schema.custom.CustomSchema;
import foresail.validation.check.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules that cannot be decided here: the server compares lists of type set and map without regard
 * to order, CEL's own lists are compared in order; and it makes up names of objects that have none.
 */
final class Undecidable {
  private Undecidable() {}

  static boolean is(String rule, Field value, CustomSchema schema) {
    boolean unnamed = value.path().isEmpty() && value.at("metadata", "name").isZero();
    if (unnamed && rule.contains("metadata")) {
      return true;
    }
    if (!schema.hasUniqueLists() || !comparesOrJoins(rule)) {
      return false;
    }
    List<String> names = new ArrayList<>();
    if (!schema.listType().isEmpty()) {
      names.add("self");
    }
    lists(schema, names);
    return names.stream().anyMatch(name -> isOperand(rule, name));
  }

  private static boolean comparesOrJoins(String rule) {
    return rule.contains("==") || rule.contains("!=") || rule.indexOf('+') >= 0;
  }

  private static void lists(CustomSchema schema, List<String> names) {
    schema
        .properties()
        .forEach(
            (name, property) -> {
              String type = property.listType();
              if (type.equals("set") || type.equals("map")) {
                names.add(name);
              }
              lists(property, names);
            });
    schema.items().ifPresent(items -> lists(items, names));
    schema.others().ifPresent(others -> lists(others, names));
  }

  /** Whether the name stands, as the end of a path, beside an operator. */
  private static boolean isOperand(String rule, String name) {
    for (int at = rule.indexOf(name); at >= 0; at = rule.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean word =
          (at == 0 || !Character.isJavaIdentifierPart(rule.charAt(at - 1)))
              && (end == rule.length() || !Character.isJavaIdentifierPart(rule.charAt(end)));
      if (word && (operatorFollows(rule, end) || operatorPrecedes(rule, at, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean operatorFollows(String rule, int end) {
    String rest = rule.substring(end).stripLeading();
    return rest.startsWith("==") || rest.startsWith("!=") || rest.startsWith("+");
  }

  private static boolean operatorPrecedes(String rule, int at, int end) {
    if (end < rule.length() && ".[(".indexOf(rule.charAt(end)) >= 0) {
      return false;
    }
    int from = at;
    while (from > 0
        && (Character.isJavaIdentifierPart(rule.charAt(from - 1))
            || rule.charAt(from - 1) == '.')) {
      from--;
    }
    String before = rule.substring(0, from).stripTrailing();
    return before.endsWith("==") || before.endsWith("!=") || before.endsWith("+");
  }
}
