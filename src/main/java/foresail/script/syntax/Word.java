package foresail.script.syntax;

import java.util.List;
import java.util.Optional;

/**
 * One word before its expansion.
 *
 * @param at offset of its first character
 * @param parts what it is made of, in order; empty for an empty word such as the value of {@code
 *     x=}
 */
public record Word(int at, List<WordPart> parts) {
  public Word {
    parts = List.copyOf(parts);
  }

  /** The text of a word without quotes and expansions; keywords and names are such words. */
  public Optional<String> bare() {
    return parts.size() == 1 && parts.get(0) instanceof WordPart.Literal literal
        ? Optional.of(literal.text())
        : Optional.empty();
  }

  /** The word's value where it depends on nothing: only literal and quoted text. */
  public Optional<String> constant() {
    var text = new StringBuilder();
    return constant(parts, text) ? Optional.of(text.toString()) : Optional.empty();
  }

  private static boolean constant(List<WordPart> parts, StringBuilder text) {
    for (var part : parts) {
      if (part instanceof WordPart.Literal literal) {
        text.append(literal.text());
      } else if (part instanceof WordPart.Quoted quoted) {
        text.append(quoted.text());
      } else if (part instanceof WordPart.DoubleQuoted quoted) {
        if (!constant(quoted.parts(), text)) {
          return false;
        }
      } else {
        return false;
      }
    }
    return true;
  }
}
