package foresail.validation.check;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Values as the server's messages print them: strings quoted, the rest as compact JSON. */
public final class GoValues {
  private GoValues() {}

  /** A field's value; an absent one prints as an empty string. */
  public static String text(Field field) {
    return field.node().map(GoValues::text).orElse("\"\"");
  }

  private static String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.isString() ? quoted(scalar.text()) : scalar.text();
    }
    StringBuilder text = new StringBuilder();
    json(node, text);
    return text.toString();
  }

  /** A value as Go's JSON: the keys of maps sorted, no characters that mean something to HTML. */
  static void json(Node node, StringBuilder text) {
    if (node instanceof ScalarNode scalar) {
      text.append(scalar.isString() ? jsonQuoted(scalar.text()) : scalar.text());
    } else if (node instanceof SequenceNode list) {
      text.append('[');
      List<Node> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        text.append(i == 0 ? "" : ",");
        json(items.get(i), text);
      }
      text.append(']');
    } else if (node instanceof MappingNode mapping) {
      text.append('{');
      List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries());
      entries.sort(Comparator.comparing(MappingNode.Entry::name));
      for (int i = 0; i < entries.size(); i++) {
        text.append(i == 0 ? "" : ",").append(jsonQuoted(entries.get(i).name())).append(':');
        json(entries.get(i).value(), text);
      }
      text.append('}');
    }
  }

  private static String jsonQuoted(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> {
          boolean escaped = c < 0x20 || "<>&\u2028\u2029".indexOf(c) >= 0;
          text.append(escaped ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
        }
      }
    }
    return text.append('"').toString();
  }

  /** A string as Go quotes it: what cannot be printed is escaped. */
  public static String quoted(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('"');
    value.codePoints().forEach(c -> quote(c, text));
    return text.append('"').toString();
  }

  private static void quote(int c, StringBuilder text) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case 7 -> text.append("\\a");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      case '\r' -> text.append("\\r");
      case 11 -> text.append("\\v");
      default -> {
        if (c < 0x20 || c == 0x7f) {
          text.append(String.format(Locale.ROOT, "\\x%02x", c));
        } else if (isPrinted(c)) {
          text.appendCodePoint(c);
        } else {
          text.append(String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
        }
      }
    }
  }

  /** Letters, marks, numbers, punctuation, symbols and the blank: strconv.IsPrint of Go. */
  private static boolean isPrinted(int c) {
    if (c < 0x7f) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
