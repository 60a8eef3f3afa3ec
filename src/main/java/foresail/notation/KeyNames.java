package foresail.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of ports, variables, keys of config maps, headers and path segments. Each method tells what
 * is wrong with a text in the server's words, and nothing where it is right
 * (apimachinery/pkg/util/validation/validation.go, v1.36).
 */
public final class KeyNames {
  private static final int MAX_PORT_NAME = 15;
  private static final int MAX_CONFIG_KEY = 253;

  private KeyNames() {}

  /** {@code http}: at most 15 of a-z, 0-9 and single dashes inside, with a letter. */
  public static List<String> portName(String text) {
    boolean charset = !text.isEmpty() && allIn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
    boolean letter = text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    List<String> problems = new ArrayList<>(0);
    if (Utf8.length(text) > MAX_PORT_NAME) {
      problems.add("must be no more than 15 characters");
    }
    if (!charset) {
      problems.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (!letter) {
      problems.add("must contain at least one letter (a-z)");
    }
    if (text.contains("--")) {
      problems.add("must not contain consecutive hyphens");
    }
    if (text.startsWith("-") || text.endsWith("-")) {
      problems.add("must not begin or end with a hyphen");
    }
    return problems;
  }

  /** Printable ASCII without {@code =}, as since 1.32. */
  public static List<String> envVarName(String text) {
    boolean right = !text.isEmpty();
    for (int i = 0; i < text.length() && right; i++) {
      char c = text.charAt(i);
      right = c >= 0x20 && c <= 0x7e && c != '=';
    }
    return right
        ? List.of()
        : List.of(
            "a valid environment variable name must consist only of printable ASCII characters"
                + " other than '='");
  }

  /** {@code key.name}: name of a file in a volume. */
  public static List<String> configMapKey(String text) {
    boolean charset = !text.isEmpty() && allIn(text, CONFIG_CHARS);
    if (charset && text.charAt(0) != '.' && text.length() <= MAX_CONFIG_KEY) {
      return List.of();
    }
    List<String> problems = new ArrayList<>(2);
    if (Utf8.length(text) > MAX_CONFIG_KEY) {
      problems.add("must be no more than 253 characters");
    }
    if (!charset) {
      problems.add(
          "a valid config key must consist of alphanumeric characters, '-', '_' or '.'"
              + Examples.of("[-._a-zA-Z0-9]+", "key.name", "KEY_NAME", "key-name"));
    }
    if (text.equals(".")) {
      problems.add("must not be '.'");
    } else if (text.equals("..")) {
      problems.add("must not be '..'");
    } else if (text.startsWith("..")) {
      problems.add("must not start with '..'");
    }
    return problems;
  }

  private static final String CONFIG_CHARS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";

  /** {@code X-Header-Name}. */
  public static List<String> httpHeaderName(String text) {
    boolean right = !text.isEmpty();
    for (int i = 0; i < text.length() && right; i++) {
      char c = text.charAt(i);
      right = c != '.' && c != '_' && CONFIG_CHARS.indexOf(c) >= 0;
    }
    return right
        ? List.of()
        : List.of(
            "a valid HTTP header must consist of alphanumeric characters or '-'"
                + Examples.of("[-A-Za-z0-9]+", "X-Header-Name"));
  }

  /** Anything that can stand between two slashes of an URL. */
  public static List<String> pathSegment(String text) {
    return text.equals(".") || text.equals("..")
        ? List.of("may not be '" + text + "'")
        : pathSegmentPrefix(text);
  }

  /** What is wrong with the beginning of a segment in the path of an URL. */
  public static List<String> pathSegmentPrefix(String text) {
    List<String> problems = new ArrayList<>(0);
    if (text.indexOf('/') >= 0) {
      problems.add("may not contain '/'");
    }
    if (text.indexOf('%') >= 0) {
      problems.add("may not contain '%'");
    }
    return problems;
  }

  /** Characters that can stand in the path of an URL. */
  public static List<String> httpPath(String text) {
    String marks = "/-._~%!$&'()*+,;=:";
    boolean right = !text.isEmpty();
    for (int i = 0; i < text.length() && right; i++) {
      char c = text.charAt(i);
      right = marks.indexOf(c) >= 0 || CONFIG_CHARS.indexOf(c) >= 0;
    }
    return right
        ? List.of()
        : List.of("Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')");
  }

  private static boolean allIn(String text, String chars) {
    for (int i = 0; i < text.length(); i++) {
      if (chars.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
