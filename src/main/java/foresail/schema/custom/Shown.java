package foresail.schema.custom;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.Map;
import java.util.TreeMap;

/** Values as the server's messages show them: compact JSON with sorted keys. */
final class Shown {
  private Shown() {}

  static String of(Node node) {
    StringBuilder text = new StringBuilder();
    write(node, text);
    return text.toString();
  }

  /** An object with these fields. */
  static String of(Map<String, Node> fields) {
    StringBuilder text = new StringBuilder();
    write(fields, text);
    return text.toString();
  }

  private static void write(Node node, StringBuilder text) {
    if (node instanceof ScalarNode scalar) {
      if (scalar.isString()) {
        quote(scalar.text(), text);
      } else {
        text.append(scalar.text());
      }
    } else if (node instanceof SequenceNode list) {
      text.append('[');
      for (int i = 0; i < list.items().size(); i++) {
        text.append(i == 0 ? "" : ",");
        write(list.items().get(i), text);
      }
      text.append(']');
    } else if (node instanceof MappingNode object) {
      Map<String, Node> fields = new TreeMap<>();
      object.entries().forEach(entry -> fields.put(entry.name(), entry.value()));
      write(fields, text);
    }
  }

  private static void write(Map<String, Node> fields, StringBuilder text) {
    text.append('{');
    String comma = "";
    for (Map.Entry<String, Node> field : new TreeMap<>(fields).entrySet()) {
      quote(field.getKey(), text.append(comma));
      write(field.getValue(), text.append(':'));
      comma = ",";
    }
    text.append('}');
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    text.append('"');
  }
}
