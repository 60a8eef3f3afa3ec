package foresail.schema;

import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ObjectId;
import foresail.source.ScalarNode;
import foresail.source.ScalarStyle;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Manifests from JSON for tests that do not care about places; and nodes as JSON. */
public final class Objects {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Span NOWHERE = new Span(new SourceFile("test.json", ""), 1, 1, 1, 1);

  private Objects() {}

  public static Manifest manifest(String json) {
    return manifest(JSON.readTree(json));
  }

  public static Manifest manifest(JsonNode json) {
    MappingNode root = (MappingNode) node(json);
    ObjectId id =
        new ObjectId(
            root.string("apiVersion").orElse(""),
            root.string("kind").orElse(""),
            root.get("metadata").flatMap(m -> m.string("namespace")).orElse(""),
            root.get("metadata").flatMap(m -> m.string("name")).orElse(""));
    return new Manifest(id, 0, root, List.of());
  }

  static Node node(JsonNode json) {
    if (json.isObject()) {
      List<MappingNode.Entry> entries = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : json.properties()) {
        entries.add(new MappingNode.Entry(string(field.getKey()), node(field.getValue())));
      }
      return new MappingNode(entries, NOWHERE);
    }
    if (json.isArray()) {
      List<Node> items = new ArrayList<>();
      json.forEach(item -> items.add(node(item)));
      return new SequenceNode(items, NOWHERE);
    }
    if (json.isString()) {
      return string(json.stringValue());
    }
    String text = json.toString();
    return new ScalarNode(text, text, type(json), ScalarStyle.PLAIN, NOWHERE, false);
  }

  private static ScalarType type(JsonNode json) {
    if (json.isNull()) {
      return ScalarType.NULL;
    }
    if (json.isBoolean()) {
      return ScalarType.BOOLEAN;
    }
    return json.isIntegralNumber() ? ScalarType.INTEGER : ScalarType.FLOAT;
  }

  private static ScalarNode string(String text) {
    return ScalarNode.string(text, ScalarStyle.DOUBLE_QUOTED, NOWHERE);
  }

  /** The node as JSON text, keys in their order. */
  public static String json(Node node) {
    return tree(node).toString();
  }

  static JsonNode tree(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.createObjectNode();
      mapping.entries().forEach(entry -> object.set(entry.name(), tree(entry.value())));
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      var array = JSON.createArrayNode();
      sequence.items().forEach(item -> array.add(tree(item)));
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.isString()
        ? JSON.getNodeFactory().stringNode(scalar.text())
        : JSON.readTree(scalar.text());
  }
}
