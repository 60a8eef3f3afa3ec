package foresail.source;

import java.util.TreeMap;

/** Writes nodes as JSON with sorted keys, for comparison. */
final class Json {
  private Json() {}

  static String print(Node node) {
    StringBuilder out = new StringBuilder();
    print(node, out);
    return out.toString();
  }

  private static void print(Node node, StringBuilder out) {
    if (node instanceof MappingNode mapping) {
      TreeMap<String, Node> sorted = new TreeMap<>();
      mapping.entries().forEach(entry -> sorted.put(entry.name(), entry.value()));
      out.append('{');
      String comma = "";
      for (var entry : sorted.entrySet()) {
        out.append(comma);
        quote(entry.getKey(), out);
        out.append(':');
        print(entry.getValue(), out);
        comma = ",";
      }
      out.append('}');
    } else if (node instanceof SequenceNode list) {
      out.append('[');
      String comma = "";
      for (Node item : list.items()) {
        out.append(comma);
        print(item, out);
        comma = ",";
      }
      out.append(']');
    } else {
      ScalarNode scalar = (ScalarNode) node;
      if (scalar.isString()) {
        quote(scalar.text(), out);
      } else {
        out.append(scalar.text());
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
