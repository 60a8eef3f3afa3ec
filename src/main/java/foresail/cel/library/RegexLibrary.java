package foresail.cel.library;

import static foresail.cel.library.Kind.INT;
import static foresail.cel.library.Kind.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** What a regular expression finds (apiserver/pkg/cel/library/regex.go, v1.36). */
final class RegexLibrary {
  private RegexLibrary() {}

  static void addTo(Functions functions) {
    functions.member("find", "string_find_string", STRING, STRING, STRING, RegexLibrary::find);
    functions.member(
        "findAll",
        "string_find_all_string",
        Kind.listOf(STRING),
        STRING,
        STRING,
        (text, pattern) -> findAll(text, pattern, -1L));
    functions.member(
        "findAll",
        "string_find_all_string_int",
        Kind.listOf(STRING),
        STRING,
        STRING,
        INT,
        RegexLibrary::findAll);
  }

  private static String find(String text, String pattern) {
    Matcher matcher = compile(pattern).matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /**
   * @param most how many are found at most; negative for all
   */
  private static List<String> findAll(String text, String pattern, Long most) {
    List<String> found = new ArrayList<>();
    Matcher matcher = compile(pattern).matcher(text);
    int lastEnd = -1;
    while ((most < 0 || found.size() < most) && matcher.find()) {
      // Go takes no empty match that touches the end of the match before it.
      if (matcher.end() > matcher.start() || matcher.start() != lastEnd) {
        found.add(matcher.group());
      }
      lastEnd = matcher.end();
    }
    return found;
  }

  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException unreadable) {
      throw new IllegalArgumentException("Illegal regex: " + unreadable.getMessage(), unreadable);
    }
  }
}
