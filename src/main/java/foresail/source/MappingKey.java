package foresail.source;

/** Keys as sigs.k8s.io/yaml turns them into JSON keys (yaml.go, convertToJSONableObject). */
final class MappingKey {
  private MappingKey() {}

  /**
   * The node of a key: its text is the JSON key, its type what the unquoted text was before.
   *
   * @throws UnreadableText where the key is of a type that cannot become one
   */
  static ScalarNode of(ScalarNode scalar) {
    if (scalar.type() == ScalarType.STRING || scalar.type() == ScalarType.BOOLEAN) {
      return scalar;
    }
    if (scalar.type() == ScalarType.NULL) {
      throw new UnreadableText(
          scalar.written().isEmpty()
              ? "a key is missing before the colon"
              : scalar.written() + " is null, which cannot be a key; quote it",
          scalar.span());
    }
    if (scalar.type() == ScalarType.INTEGER) {
      if (scalar.text().length() >= 19 && !fitsLong(scalar.text())) {
        throw new UnreadableText(
            "the number " + scalar.written() + " is too large for a key; quote it", scalar.span());
      }
      return scalar;
    }
    String text =
        scalar.text().startsWith(".") || scalar.text().startsWith("-.")
            ? scalar.text()
            : GoFloat.key(Double.parseDouble(scalar.text()));
    return new ScalarNode(
        text, scalar.written(), scalar.type(), scalar.style(), scalar.span(), false);
  }

  private static boolean fitsLong(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
