package foresail.simulation.kubelet;

import java.util.Map;

/**
 * Puts variables in the place of {@code $(NAME)}; {@code $$(NAME)} stays as {@code $(NAME)}.
 *
 * <p>Source: third_party/forked/golang/expansion/expand.go, v1.36.
 */
public final class Expansion {
  private Expansion() {}

  /** The text with what is known put in; unknown names stay as they are written. */
  public static String expand(String text, Map<String, String> variables) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '$' || i + 1 == text.length()) {
        out.append(c);
        i++;
        continue;
      }
      char next = text.charAt(i + 1);
      int close = next == '(' ? text.indexOf(')', i) : -1;
      if (next == '$') {
        out.append('$');
        i += 2;
      } else if (close > 0) {
        String name = text.substring(i + 2, close);
        out.append(variables.getOrDefault(name, "$(" + name + ")"));
        i = close + 1;
      } else {
        out.append('$');
        i++;
      }
    }
    return out.toString();
  }
}
