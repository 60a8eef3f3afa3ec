package foresail.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A scalar with an explicit tag, as {@code resolve} in go.yaml.in/yaml/v2 reads it. */
final class TaggedScalar {
  private static final String PREFIX = "tag:yaml.org,2002:";

  private TaggedScalar() {}

  /**
   * @param tag in its long form
   * @throws UnreadableText where the value is none of the tag's type
   */
  static ScalarNode resolve(String tag, String value, boolean key, ScalarStyle style, Span span) {
    String name = tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : "";
    return switch (name) {
      case "int", "float", "bool", "null" -> typed(name, value, key, style, span);
      case "timestamp" -> timestamp(value, style, span);
      case "binary" ->
          new ScalarNode(decoded(value, span), value, ScalarType.STRING, style, span, false);
      default -> new ScalarNode(value, value, ScalarType.STRING, style, span, false);
    };
  }

  private static ScalarNode typed(
      String name, String value, boolean key, ScalarStyle style, Span span) {
    PlainScalar resolved = PlainScalar.resolve(value);
    ScalarType type = resolved.type();
    boolean fits =
        switch (name) {
          case "int" -> type == ScalarType.INTEGER;
          case "float" -> type == ScalarType.FLOAT || type == ScalarType.INTEGER;
          case "bool" -> type == ScalarType.BOOLEAN;
          default -> type == ScalarType.NULL;
        };
    if (!fits || resolved.infinite() && !key) {
      throw mismatch(name, value, span);
    }
    if (name.equals("float") && type == ScalarType.INTEGER) {
      String text = GoFloat.json(Double.parseDouble(resolved.text()));
      return new ScalarNode(text, value, ScalarType.FLOAT, style, span, false);
    }
    return new ScalarNode(resolved.text(), value, type, style, span, false);
  }

  /** Timestamps stay text, but must be some. */
  private static ScalarNode timestamp(String value, ScalarStyle style, Span span) {
    int digits = 0;
    while (digits < value.length() && value.charAt(digits) >= '0' && value.charAt(digits) <= '9') {
      digits++;
    }
    if (digits != 4 || value.length() < 8 || value.charAt(4) != '-') {
      throw mismatch("timestamp", value, span);
    }
    return new ScalarNode(value, value, ScalarType.STRING, style, span, false);
  }

  private static UnreadableText mismatch(String name, String value, Span span) {
    return new UnreadableText("\"" + value + "\" is not what its tag !!" + name + " says", span);
  }

  private static String decoded(String value, Span span) {
    try {
      // Go's decoder passes over line breaks.
      String letters = value.replace("\n", "").replace("\r", "");
      if (letters.length() % 4 != 0) {
        throw new IllegalArgumentException("padding is missing");
      }
      byte[] bytes = Base64.getDecoder().decode(letters);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnreadableText("a !!binary value must be base64", span);
    }
  }
}
