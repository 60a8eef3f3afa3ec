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
  static ScalarNode resolve(String tag, String value, ScalarStyle style, Span span) {
    String name = tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : "";
    return switch (name) {
      case "int", "float", "bool", "null" -> typed(name, value, style, span);
      case "binary" ->
          new ScalarNode(decoded(value, span), value, ScalarType.STRING, style, span, false);
      default -> new ScalarNode(value, value, ScalarType.STRING, style, span, false);
    };
  }

  private static ScalarNode typed(String name, String value, ScalarStyle style, Span span) {
    PlainScalar resolved = PlainScalar.resolve(value);
    ScalarType type = resolved.type();
    boolean fits =
        switch (name) {
          case "int" -> type == ScalarType.INTEGER;
          case "float" -> type == ScalarType.FLOAT || type == ScalarType.INTEGER;
          case "bool" -> type == ScalarType.BOOLEAN;
          default -> type == ScalarType.NULL;
        };
    if (!fits || resolved.infinite()) {
      throw new UnreadableText("\"" + value + "\" is not what its tag !!" + name + " says", span);
    }
    if (name.equals("float") && type == ScalarType.INTEGER) {
      String text = GoFloat.json(Double.parseDouble(resolved.text()));
      return new ScalarNode(text, value, ScalarType.FLOAT, style, span, false);
    }
    return new ScalarNode(resolved.text(), value, type, style, span, false);
  }

  private static String decoded(String value, Span span) {
    try {
      // Go's decoder passes over line breaks.
      byte[] bytes = Base64.getDecoder().decode(value.replace("\n", "").replace("\r", ""));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnreadableText("a !!binary value must be base64", span);
    }
  }
}
