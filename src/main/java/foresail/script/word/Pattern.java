package foresail.script.word;

import java.util.ArrayList;
import java.util.List;

/** A shell pattern: {@code *}, {@code ?}, {@code [a-z]}; a backslash takes the meaning away. */
public final class Pattern {
  /** Characters that one replacement may look at; the rest of a longer text stays as it is. */
  private static final long MOST_WORK = 50_000_000;

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
    int at = 0;
    int element = 0;
    int starElement = -1;
    int starAt = 0;
    while (at < text.length()) {
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
    int length = matched(text, 0, longest, false);
    return length < 0 ? text : text.substring(length);
  }

  /** Removes the shortest or longest matching suffix. */
  public String withoutSuffix(String text, boolean longest) {
    int length = matched(text, 0, longest, true);
    return length < 0 ? text : text.substring(0, text.length() - length);
  }

  /**
   * Length of the shortest or longest match that begins {@code skipped} characters from the start,
   * or that ends so far from the end; -1 without. All ways to match go forward side by side, so
   * that the time is the text's length times the pattern's.
   */
  private int matched(String text, int skipped, boolean longest, boolean backward) {
    int states = elements.size();
    var active = new boolean[states + 1];
    active[0] = true;
    int best = -1;
    for (int length = 0; skipped + length <= text.length(); length++) {
      boolean any = active[states];
      for (int state = 0; state < states; state++) {
        if (active[state] && element(state, backward) instanceof Star) {
          active[state + 1] = true;
        }
        any |= active[state];
      }
      if (active[states]) {
        best = length;
        if (!longest) {
          return best;
        }
      }
      if (!any || skipped + length == text.length()) {
        return best;
      }
      int index = skipped + length;
      advance(active, text.charAt(backward ? text.length() - 1 - index : index), backward);
    }
    return best;
  }

  private Element element(int state, boolean backward) {
    return elements.get(backward ? elements.size() - 1 - state : state);
  }

  private void advance(boolean[] active, char c, boolean backward) {
    active[elements.size()] = false;
    for (int state = elements.size() - 1; state >= 0; state--) {
      if (active[state]) {
        var element = element(state, backward);
        boolean star = element instanceof Star;
        active[state] = star;
        if (!star && element.accepts(c)) {
          active[state + 1] = true;
        }
      }
    }
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
    long work = 0;
    while (at < text.length() && work < MOST_WORK) {
      work += text.length() - at;
      int length = matched(text, at, true, false);
      if (length > 0) {
        result.append(replacement);
        at += length;
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
