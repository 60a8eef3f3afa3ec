package foresail.validation.check;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.List;

/** Values as the server's messages print them: strings quoted, the rest as compact JSON. */
public final class GoValues {
  private GoValues() {}

  /** A field's value; an absent one prints as an empty string. */
  public static String text(Field field) {
    return field.node().map(GoValues::text).orElse("\"\"");
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    write(node, text);
    return text.toString();
  }

  private static void write(Node node, StringBuilder text) {
    if (node instanceof ScalarNode scalar) {
      text.append(scalar.isString() ? quoted(scalar.text()) : scalar.text());
    } else if (node instanceof SequenceNode list) {
      text.append('[');
      List<Node> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        text.append(i == 0 ? "" : ",");
        write(items.get(i), text);
      }
      text.append(']');
    } else if (node instanceof MappingNode mapping) {
      text.append('{');
      List<MappingNode.Entry> entries = mapping.entries();
      for (int i = 0; i < entries.size(); i++) {
        text.append(i == 0 ? "" : ",").append(quoted(entries.get(i).name())).append(':');
        write(entries.get(i).value(), text);
      }
      text.append('}');
    }
  }

  /** A string as Go quotes it. */
  public static String quoted(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < 0x20 || c == 0x7f) {
            text.append(String.format("\\x%02x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.append('"').toString();
  }
}
