package foresail.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A word that kubectl shows of a pod: STATUS, phase, condition, reason, event.
 *
 * @param word as kubectl spells it
 * @param also other ways to write it, with a {@code #} for any number
 * @param kind where it is met
 * @param causes in a manifest or around it, the most frequent first
 * @param since whether release 1.36 still says it; empty where it plainly does
 * @param see ids of rules
 */
public record Word(
    String word,
    List<String> also,
    String kind,
    String means,
    List<String> causes,
    String cure,
    Optional<String> since,
    List<String> see) {
  public Word {
    requireNonNull(word);
    also = List.copyOf(also);
    requireNonNull(kind);
    requireNonNull(means);
    causes = List.copyOf(causes);
    requireNonNull(cure);
    requireNonNull(since);
    see = List.copyOf(see);
  }

  /** Whether a text is this word, in upper or lower case. */
  boolean is(String text) {
    if (text.equalsIgnoreCase(word)) {
      return true;
    }
    for (String form : also) {
      if (text.equalsIgnoreCase(form)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is a way to write this word with numbers in it. */
  boolean isWithNumbers(String text) {
    for (String form : also) {
      if (fits(form, text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the forms has a place for a number. */
  boolean hasNumbers() {
    return also.stream().anyMatch(form -> form.indexOf('#') >= 0);
  }

  private static boolean fits(String form, String text) {
    int at = 0;
    for (int i = 0; i < form.length(); i++) {
      char wanted = form.charAt(i);
      int from = at;
      if (wanted == '#') {
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
          at++;
        }
        if (at == from) {
          return false;
        }
      } else if (at < text.length()
          && Character.toLowerCase(text.charAt(at)) == Character.toLowerCase(wanted)) {
        at++;
      } else {
        return false;
      }
    }
    return at == text.length();
  }
}
