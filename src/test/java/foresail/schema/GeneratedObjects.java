package foresail.schema;

import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random objects that a release can decode; the server may still refuse their values. */
final class GeneratedObjects {
  private static final String[] WORDS = {"", "a", "Always", "http", "10%", "x.y/z", "sh -c"};
  private static final String[] QUANTITIES = {"1", "500m", "1Gi", "0.5", "1e3", "12E", "-1"};
  private static final int DEEPEST = 9;

  private final Types types;
  private final Random random;

  GeneratedObjects(Types types, Random random) {
    this.types = types;
    this.random = random;
  }

  JsonNode object(Kind kind) {
    ObjectNode object = struct(types.named(kind.type()), 0);
    object.put("apiVersion", kind.apiVersion());
    object.put("kind", kind.name());
    return object;
  }

  private ObjectNode struct(Struct struct, int depth) {
    ObjectNode object = Objects.JSON.createObjectNode();
    int oneIn = 1 + random.nextInt(depth < 3 ? 3 : 6);
    for (Map.Entry<String, Type> field : struct.fields().entrySet()) {
      if (depth < DEEPEST && random.nextInt(oneIn) == 0) {
        object.set(field.getKey(), value(field.getValue(), depth + 1));
      }
    }
    return object;
  }

  private JsonNode value(Type type, int depth) {
    if (random.nextInt(40) == 0) {
      return Objects.JSON.getNodeFactory().nullNode();
    }
    var nodes = Objects.JSON.getNodeFactory();
    return switch (type.shape()) {
      case STRING -> nodes.stringNode(pick(WORDS));
      case BOOL -> nodes.booleanNode(random.nextBoolean());
      case INT32 -> nodes.numberNode(random.nextInt());
      case INT64 -> nodes.numberNode(random.nextLong());
      case DOUBLE -> nodes.numberNode(random.nextDouble());
      case BYTES -> nodes.stringNode("YQ==");
      case QUANTITY ->
          random.nextBoolean()
              ? nodes.stringNode(pick(QUANTITIES))
              : nodes.numberNode(random.nextInt());
      case TIME -> nodes.stringNode("2024-02-29T00:00:00Z");
      case MICRO_TIME -> nodes.stringNode("2024-02-29T00:00:00.000001Z");
      case INT_OR_STRING ->
          random.nextBoolean() ? nodes.stringNode(pick(WORDS)) : nodes.numberNode(random.nextInt());
      case ANY -> Objects.JSON.readTree("{\"anything\": [1, null, {}]}");
      case LIST -> list(type.element().orElseThrow(), depth);
      case MAP -> map(type.element().orElseThrow(), depth);
      case STRUCT -> struct(types.struct(type), depth);
    };
  }

  private ArrayNode list(Type element, int depth) {
    ArrayNode list = Objects.JSON.createArrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.add(value(element, depth));
    }
    return list;
  }

  private ObjectNode map(Type element, int depth) {
    ObjectNode map = Objects.JSON.createObjectNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      map.set(
          pick(new String[] {"cpu", "memory", "a.b/c", "hugepages-2Mi"}), value(element, depth));
    }
    return map;
  }

  private String pick(String[] words) {
    return words[random.nextInt(words.length)];
  }
}
