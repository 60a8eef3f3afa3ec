package foresail.validation;

import java.util.regex.Pattern;

/**
 * A path as facts write it: {@code [*]} is an index, {@code <name>} any text, <code>{a,b}</code>
 * one of several. A path that begins with spec may stand below another: that of a pod template, or
 * of a claim in a volume.
 */
final class PathPattern {
  private final Pattern pattern;

  PathPattern(String path) {
    String start = path.startsWith("spec.") ? path.substring("spec.".length()) : path;
    StringBuilder regex = new StringBuilder("(.*[.])?");
    boolean literal = start.contains(", "); // so the server prints the names of two fields
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      if (start.startsWith("[*]", i)) {
        regex.append("\\[\\d+\\]");
        i += 2;
      } else if (c == '<') {
        int end = start.indexOf('>', i);
        regex.append(start.startsWith("<prefix>", i) ? "(.*[.])?" : ".+?");
        i = end;
      } else if (c == '{' && !literal) {
        regex.append('(');
      } else if (c == '}' && !literal) {
        regex.append(')');
      } else if (c == ',' && !literal) {
        regex.append('|');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    // What is wrong with a selector is told at the part of it.
    pattern = Pattern.compile(regex + "([.]match(Labels|Expressions).*)?");
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }
}
