package foresail.rule.check;

import java.util.Set;

/** Variables that a script uses. */
final class Variables {
  private static final Set<String> SHELL =
      Set.of(
          "HOSTNAME",
          "PATH",
          "HOME",
          "PWD",
          "OLDPWD",
          "IFS",
          "RANDOM",
          "SECONDS",
          "PPID",
          "OPTARG",
          "OPTIND");

  private Variables() {}

  /**
   * Whether a text uses a variable that neither the container nor the text itself sets: the image
   * may set it.
   */
  static boolean areUnknown(String text, Set<String> known) {
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
      int from = at + 1;
      if (from < text.length() && text.charAt(from) == '{') {
        from++;
      }
      int to = from;
      while (to < text.length()
          && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '_')) {
        to++;
      }
      String name = text.substring(from, to);
      if (!name.isEmpty()
          && !Character.isDigit(name.charAt(0))
          && !known.contains(name)
          && !SHELL.contains(name)
          && !isSet(text, name)) {
        return true;
      }
    }
    return false;
  }

  /** By an assignment, a loop or {@code read}. */
  private static boolean isSet(String text, String name) {
    return text.contains(name + "=")
        || text.contains("for " + name + " ")
        || text.contains("read " + name)
        || text.contains("read -r " + name)
        || text.contains("((" + name);
  }
}
