package foresail.schema.custom;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The {@code pattern} of a schema: the server matches it as RE2 does, in linear time. */
public final class GoPattern {
  private static final int MOST_KEPT = 1_000;
  private static final Map<String, Optional<Pattern>> KNOWN = new ConcurrentHashMap<>();

  private GoPattern() {}

  /** What is wrong with a pattern; empty where it is one. */
  public static Optional<String> problem(String pattern) {
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether the text has a match; true where the pattern is none. */
  static boolean finds(String pattern, String text) {
    Optional<Pattern> compiled = KNOWN.get(pattern);
    if (compiled == null) {
      compiled = compiled(pattern);
      if (KNOWN.size() < MOST_KEPT) {
        KNOWN.put(pattern, compiled);
      }
    }
    return compiled.isEmpty() || compiled.get().matcher(text).find();
  }

  private static Optional<Pattern> compiled(String pattern) {
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      return Optional.empty(); // the definition is refused for it
    }
  }
}
