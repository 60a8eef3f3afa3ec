package foresail.source;

import static java.util.Objects.requireNonNull;

/**
 * A string, number, boolean or null.
 *
 * @param text the value as JSON text without quotes: {@code 0644} has {@code 420}, {@code yes} has
 *     {@code true}, null has {@code null}
 * @param written the value as the author wrote it, without quotes ({@code 0644}, {@code yes},
 *     {@code 1.10}); differs from the text only for plain scalars and such with a tag. A value of
 *     several lines is joined as YAML joins it, and escapes are resolved
 */
public record ScalarNode(
    String text, String written, ScalarType type, ScalarStyle style, Span span, boolean added)
    implements Node {
  public ScalarNode {
    requireNonNull(text);
    requireNonNull(written);
    requireNonNull(span);
  }

  /** A string that the author wrote. */
  public static ScalarNode string(String text, ScalarStyle style, Span span) {
    return new ScalarNode(text, text, ScalarType.STRING, style, span, false);
  }

  /** A value that the server's defaults put here. */
  public static ScalarNode added(String text, ScalarType type, Span span) {
    return new ScalarNode(text, text, type, ScalarStyle.PLAIN, span, true);
  }

  public boolean isString() {
    return type == ScalarType.STRING;
  }

  public boolean isNull() {
    return type == ScalarType.NULL;
  }

  @Override
  public String jsonType() {
    return switch (type) {
      case STRING -> "string";
      case INTEGER, FLOAT -> "number";
      case BOOLEAN -> "bool";
      case NULL -> "null";
    };
  }
}
