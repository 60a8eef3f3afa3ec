package foresail.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a value of the wrong type into an object. */
final class Breaker {
  private Breaker() {}

  private record Slot(String path, Runnable breaking) {}

  /** Replaces one value below metadata or spec by a list of lists, which no field there takes. */
  static String breakOneValue(JsonNode root, Random random) {
    List<Slot> slots = new ArrayList<>();
    collect((ObjectNode) root, "metadata", "metadata", slots);
    collect((ObjectNode) root, "spec", "spec", slots);
    Slot slot = slots.get(random.nextInt(slots.size()));
    slot.breaking.run();
    return slot.path;
  }

  private static void collect(ObjectNode parent, String key, String path, List<Slot> slots) {
    JsonNode value = parent.get(key);
    if (!value.isArray()) {
      slots.add(new Slot(path, () -> parent.set(key, nonsense())));
    }
    below(value, path, key, slots);
  }

  private static void below(JsonNode value, String path, String key, List<Slot> slots) {
    boolean map = key.equals("labels") || key.equals("limits");
    if (value instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String name = field.getKey();
        collect(object, name, map ? path + "[" + name + "]" : path + "." + name, slots);
      }
    }
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        slots.add(new Slot(path + "[" + i + "]", () -> array.set(at, nonsense())));
        below(array.get(i), path + "[" + i + "]", "", slots);
      }
    }
  }

  private static JsonNode nonsense() {
    return Objects.JSON.readTree("[[1]]");
  }
}
