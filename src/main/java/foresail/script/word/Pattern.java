package foresail.script.word;

import java.util.ArrayList;
import java.util.List;

/** A shell pattern: {@code *}, {@code ?}, {@code [a-z]}; a backslash takes the meaning away. */
public final class Pattern {
  private sealed interface Element {
    boolean accepts(char c);
  }

  private record One(char wanted) implements Element {
    @Override
    public boolean accepts(char c) {
      return c == wanted;
    }
  }

  private record Any() implements Element {
    @Override
    public boolean accepts(char c) {
      return true;
    }
  }

  private record Star() implements Element {
    @Override
    public boolean accepts(char c) {
      return true;
    }
  }

  private record Bracket(boolean negated, String members) implements Element {
    @Override
    public boolean accepts(char c) {
      return CharacterClass.contains(members, c) != negated;
    }
  }

  private final List<Element> elements = new ArrayList<>();
  private boolean special;

  public Pattern(String pattern) {
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      if (c == '\\' && i < pattern.length()) {
        elements.add(new One(pattern.charAt(i++)));
      } else if (c == '*') {
        special = true;
        if (elements.isEmpty() || !(elements.get(elements.size() - 1) instanceof Star)) {
          elements.add(new Star());
        }
      } else if (c == '?') {
        special = true;
        elements.add(new Any());
      } else if (c == '[') {
        i = bracket(pattern, i);
      } else {
        elements.add(new One(c));
      }
    }
  }

  private int bracket(String pattern, int start) {
    int end = CharacterClass.end(pattern, start);
    if (end < 0) {
      elements.add(new One('['));
      return start;
    }
    boolean negated = pattern.charAt(start) == '!' || pattern.charAt(start) == '^';
    elements.add(new Bracket(negated, pattern.substring(negated ? start + 1 : start, end)));
    special = true;
    return end + 1;
  }

  /** Whether more than one text can match. */
  public boolean special() {
    return special;
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    return matches(text, 0, text.length());
  }

  /** Whether the part from {@code start} to {@code end} matches as a whole. */
  public boolean matches(String text, int start, int end) {
    int at = start;
    int element = 0;
    int starElement = -1;
    int starAt = start;
    while (at < end) {
      if (element < elements.size() && elements.get(element) instanceof Star) {
        starElement = element++;
        starAt = at;
      } else if (element < elements.size() && elements.get(element).accepts(text.charAt(at))) {
        element++;
        at++;
      } else if (starElement >= 0) {
        element = starElement + 1;
        at = ++starAt;
      } else {
        return false;
      }
    }
    while (element < elements.size() && elements.get(element) instanceof Star) {
      element++;
    }
    return element == elements.size();
  }

  /** Removes the shortest or longest matching prefix. */
  public String withoutPrefix(String text, boolean longest) {
    for (int i = 0; i <= text.length(); i++) {
      int end = longest ? text.length() - i : i;
      if (matches(text, 0, end)) {
        return text.substring(end);
      }
    }
    return text;
  }

  /** Removes the shortest or longest matching suffix. */
  public String withoutSuffix(String text, boolean longest) {
    for (int i = 0; i <= text.length(); i++) {
      int start = longest ? i : text.length() - i;
      if (matches(text, start, text.length())) {
        return text.substring(0, start);
      }
    }
    return text;
  }

  /**
   * Replaces the longest match, or all.
   *
   * @param anchor {@code #} only at the start, {@code %} only at the end, a space anywhere
   */
  public String replace(String text, String replacement, boolean all, char anchor) {
    if (elements.isEmpty()) {
      return anchor == '#' ? replacement + text : anchor == '%' ? text + replacement : text;
    }
    if (anchor == '%') {
      var head = withoutSuffix(text, true);
      return head.length() < text.length() ? head + replacement : text;
    }
    var result = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = matchEnd(text, at);
      if (end > at) {
        result.append(replacement);
        at = end;
        if (!all) {
          break;
        }
      } else if (anchor == '#') {
        break;
      } else {
        result.append(text.charAt(at++));
      }
    }
    return result.append(text, at, text.length()).toString();
  }

  private int matchEnd(String text, int start) {
    for (int end = text.length(); end > start; end--) {
      if (matches(text, start, end)) {
        return end;
      }
    }
    return -1;
  }

  /** Takes the special meaning from every character of a text. */
  public static String quote(String text) {
    var quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if ("*?[]\\-!^".indexOf(text.charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(text.charAt(i));
    }
    return quoted.toString();
  }
}
