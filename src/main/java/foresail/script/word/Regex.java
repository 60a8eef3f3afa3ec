package foresail.script.word;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of POSIX, run by Java's matcher under a bound on its work. */
public final class Regex {
  /** Characters that one match may look at; an expression that backtracks for ever ends here. */
  private static final int MOST_LOOKS = 2_000_000;

  private final Pattern pattern;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @param extended as for grep -E; else the basic syntax, where {@code \(} groups
   * @return empty where it cannot be read
   */
  public static Optional<Regex> of(String expression, boolean extended, boolean ignoreCase) {
    try {
      int flags = ignoreCase ? Pattern.CASE_INSENSITIVE : 0;
      return Optional.of(new Regex(Pattern.compile(translate(expression, extended), flags)));
    } catch (PatternSyntaxException | StackOverflowError unreadable) {
      return Optional.empty();
    }
  }

  /** A text that stands for itself. */
  public static Regex literal(String text, boolean ignoreCase) {
    return new Regex(Pattern.compile(quote(text), ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
  }

  /** Escapes what is special in an extended expression. */
  public static String quote(String text) {
    var quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if ("\\.[]{}()*+?^$|".indexOf(text.charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(text.charAt(i));
    }
    return quoted.toString();
  }

  public boolean find(String text) {
    return match(text, 0).isPresent();
  }

  public boolean matchesAll(String text) {
    try {
      return pattern.matcher(new Bounded(text)).matches();
    } catch (TooMuchWork | StackOverflowError giveUp) {
      return false;
    }
  }

  /** The first match at or behind an index. */
  public Optional<Matcher> match(String text, int from) {
    try {
      var matcher = pattern.matcher(new Bounded(text));
      return matcher.find(from) ? Optional.of(matcher) : Optional.empty();
    } catch (TooMuchWork | StackOverflowError giveUp) {
      return Optional.empty();
    }
  }

  private static String translate(String text, boolean extended) {
    var java = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '[') {
        int end = CharacterClass.end(text, i + 1);
        if (end < 0) {
          throw new PatternSyntaxException("unterminated bracket", text, i);
        }
        bracket(text.substring(i + 1, end), java);
        i = end + 1;
      } else if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(i + 1);
        boolean operator = "(){}|+?".indexOf(next) >= 0;
        if (operator && !extended) {
          java.append(next);
        } else if (next == '<' || next == '>') {
          java.append("\\b");
        } else {
          java.append('\\').append(next);
        }
        i += 2;
      } else {
        boolean plain = !extended && "(){}|+?".indexOf(c) >= 0;
        plain |=
            !extended
                && c == '*'
                && (i == 0 || text.startsWith("\\(", i - 2) || i == 1 && text.charAt(0) == '^');
        java.append(plain ? "\\" : "").append(c);
        i++;
      }
    }
    return java.toString();
  }

  private static void bracket(String members, StringBuilder java) {
    boolean negated = members.startsWith("^");
    java.append(negated ? "[^" : "[");
    int i = negated ? 1 : 0;
    while (i < members.length()) {
      int close = members.startsWith("[:", i) ? members.indexOf(":]", i) : -1;
      if (close > 0) {
        java.append(named(members.substring(i + 2, close)));
        i = close + 2;
      } else {
        char c = members.charAt(i++);
        java.append("\\[]&^".indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    java.append(']');
  }

  private static String named(String name) {
    return switch (name) {
      case "digit" -> "\\d";
      case "alpha" -> "\\p{Alpha}";
      case "alnum" -> "\\p{Alnum}";
      case "upper" -> "\\p{Upper}";
      case "lower" -> "\\p{Lower}";
      case "space" -> "\\s";
      case "blank" -> " \\t";
      case "punct" -> "\\p{Punct}";
      case "xdigit" -> "\\p{XDigit}";
      case "print" -> "\\p{Print}";
      default -> throw new PatternSyntaxException("unknown class", name, 0);
    };
  }

  private static final class TooMuchWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchWork() {
      super(null, null, false, false);
    }
  }

  /** Counts how often the matcher looks. */
  private static final class Bounded implements CharSequence {
    private final String text;
    private int looks;

    Bounded(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new TooMuchWork();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
