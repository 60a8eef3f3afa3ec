package foresail.config;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarStyle;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML that is no manifest with Jackson, and keeps the place of every value. */
final class ConfigTree {
  private final SourceFile file;
  private final JsonParser parser;
  private final Map<String, Node> anchors = new HashMap<>();

  private ConfigTree(SourceFile file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** The documents of a file that is known to be YAML; empty ones do not count. */
  static List<Node> read(SourceFile file) {
    List<Node> roots = new ArrayList<>();
    try (JsonParser parser =
        new YAMLFactory().createParser(ObjectReadContext.empty(), file.text())) {
      ConfigTree tree = new ConfigTree(file, parser);
      while (parser.nextToken() != null) {
        roots.add(tree.node());
      }
    }
    roots.removeIf(root -> root instanceof ScalarNode scalar && scalar.isNull());
    return roots;
  }

  /** The value that begins with the current token. */
  private Node node() {
    String anchor = anchor();
    Node node =
        switch (parser.currentToken()) {
          case START_OBJECT -> mapping();
          case START_ARRAY -> sequence();
          default -> isAlias() ? anchors.getOrDefault(parser.getString(), scalar()) : scalar();
        };
    if (!anchor.isEmpty()) {
      anchors.put(anchor, node);
    }
    return node;
  }

  /** Jackson does not tell the anchor of a scalar, but where it begins. */
  private String anchor() {
    Object told = parser.getObjectId();
    if (told != null) {
      return told.toString();
    }
    TokenStreamLocation start = location();
    String text = file.text();
    int from = file.offset(start.getLineNr(), start.getColumnNr());
    if (from >= text.length() || text.charAt(from) != '&') {
      return "";
    }
    int to = from + 1;
    while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    return text.substring(from + 1, to);
  }

  /** Jackson leaves it to its caller to put the value of an anchor where an alias stands. */
  private boolean isAlias() {
    return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
  }

  private Node mapping() {
    TokenStreamLocation start = parser.currentTokenLocation();
    Map<String, MappingNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      ScalarNode key = ScalarNode.string(name, ScalarStyle.PLAIN, spanFrom(location()));
      parser.nextToken();
      Node value = node();
      if (name.equals("<<") && value instanceof MappingNode merged) {
        merged.entries().forEach(entry -> entries.putIfAbsent(entry.name(), entry));
      } else {
        entries.put(name, new MappingNode.Entry(key, value));
      }
    }
    return new MappingNode(List.copyOf(entries.values()), spanFrom(start));
  }

  private Node sequence() {
    TokenStreamLocation start = location();
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new SequenceNode(items, spanFrom(start));
  }

  private Node scalar() {
    ScalarType type =
        switch (parser.currentToken()) {
          case VALUE_NUMBER_INT -> ScalarType.INTEGER;
          case VALUE_NUMBER_FLOAT -> ScalarType.FLOAT;
          case VALUE_TRUE, VALUE_FALSE -> ScalarType.BOOLEAN;
          case VALUE_NULL -> ScalarType.NULL;
          default -> ScalarType.STRING;
        };
    String written = type == ScalarType.NULL ? "null" : parser.getString();
    String text =
        switch (type) {
          case INTEGER -> parser.getBigIntegerValue().toString();
          case BOOLEAN -> Boolean.toString(parser.getBooleanValue());
          case STRING, FLOAT, NULL -> written;
        };
    return new ScalarNode(text, written, type, ScalarStyle.PLAIN, spanFrom(location()), false);
  }

  private TokenStreamLocation location() {
    return parser.currentTokenLocation();
  }

  /** From a place to the end of the current token. */
  private Span spanFrom(TokenStreamLocation start) {
    TokenStreamLocation end = parser.currentLocation();
    return new Span(
        file, start.getLineNr(), start.getColumnNr(), end.getLineNr(), end.getColumnNr());
  }
}
