package foresail.schema.json;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A value as networknt's validator wants it. */
final class JacksonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JacksonTree() {}

  static JsonNode of(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = NODES.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.name(), of(entry.value())));
      return object;
    }
    if (node instanceof SequenceNode list) {
      ArrayNode array = NODES.arrayNode(list.items().size());
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode scalar) {
    return switch (scalar.type()) {
      case STRING -> NODES.stringNode(scalar.text());
      case BOOLEAN -> NODES.booleanNode(scalar.text().equals("true"));
      case NULL -> NODES.nullNode();
      case INTEGER -> NODES.numberNode(new BigInteger(scalar.text()));
      case FLOAT -> NODES.numberNode(new BigDecimal(scalar.text()));
    };
  }
}
