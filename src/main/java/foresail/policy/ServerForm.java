package foresail.policy;

import foresail.notation.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the server's own types look like once it has read them: quantities in canonical form, and
 * empty objects where Go has a struct that is never left out. Works on fresh values, in place.
 */
final class ServerForm {
  private static final Set<String> QUANTITIES =
      Set.of(
          "limits",
          "requests",
          "capacity",
          "hard",
          "podFixed",
          "default",
          "defaultRequest",
          "max",
          "min");
  private static final Set<String> CONTAINERS = Set.of("containers", "initContainers");

  private ServerForm() {}

  /** Gives an object of a built-in type what it has besides. */
  static void complete(Map<String, Object> object) {
    visit(object);
    object.putIfAbsent("status", new LinkedHashMap<>());
  }

  private static void visit(Object value) {
    if (value instanceof List<?> list) {
      list.forEach(ServerForm::visit);
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<String, Object> entry : fields(map).entrySet()) {
        if (QUANTITIES.contains(entry.getKey()) && entry.getValue() instanceof Map<?, ?> amounts) {
          fields(amounts).replaceAll((name, amount) -> canonical(amount));
        } else {
          if (CONTAINERS.contains(entry.getKey()) && entry.getValue() instanceof List<?> items) {
            items.forEach(ServerForm::container);
          }
          visit(entry.getValue());
        }
      }
      if (map.containsKey("template") && map.get("template") instanceof Map<?, ?> template) {
        fields(template).putIfAbsent("metadata", new LinkedHashMap<>());
      }
    }
  }

  private static void container(Object container) {
    if (container instanceof Map<?, ?> map) {
      fields(map).putIfAbsent("resources", new LinkedHashMap<>());
    }
  }

  private static Object canonical(Object amount) {
    return amount instanceof String || amount instanceof Number
        ? Quantity.parse(amount.toString()).<Object>map(Quantity::toString).orElse(amount)
        : amount;
  }

  /** The keys of what comes from a document are strings. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> fields(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }

  /** The object below a key, which is made where there is none. */
  static Map<String, Object> below(Map<String, Object> parent, String key) {
    if (parent.get(key) instanceof Map<?, ?> map) {
      return fields(map);
    }
    Map<String, Object> made = new LinkedHashMap<>();
    parent.put(key, made);
    return made;
  }

  /** The list below a key, as one that can be added to. */
  static List<Object> list(Map<String, Object> parent, String key) {
    List<Object> items = new ArrayList<>();
    if (parent.get(key) instanceof List<?> list) {
      items.addAll(list);
    }
    parent.put(key, items);
    return items;
  }
}
