package foresail.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * Paths inside a volume. Each method tells what is wrong with a text in the server's words, and
 * nothing where it is right (pkg/apis/core/validation/validation.go, v1.36).
 */
public final class RelativePaths {
  private static final String BACKSTEPS = "must not contain '..'";

  private RelativePaths() {}

  /** Relative, and never up. */
  public static List<String> descending(String path) {
    List<String> problems = new ArrayList<>(0);
    if (path.startsWith("/")) {
      problems.add("must be a relative path");
    }
    if (hasBacksteps(path)) {
      problems.add(BACKSTEPS);
    }
    return problems;
  }

  /** Relative, never up, and not of the names that volumes keep for themselves. */
  public static List<String> nonReserved(String path) {
    List<String> problems = descending(path);
    if (path.startsWith("..") && !path.startsWith("../")) {
      problems.add("must not start with '..'");
    }
    return problems;
  }

  /** Absolute or relative, but never up. */
  public static List<String> withoutBacksteps(String path) {
    return hasBacksteps(path) ? List.of(BACKSTEPS) : List.of();
  }

  /** Whether one element of the path is {@code ..}. */
  public static boolean hasBacksteps(String path) {
    int at = path.indexOf("..");
    while (at >= 0) {
      boolean starts = at == 0 || path.charAt(at - 1) == '/';
      boolean ends = at + 2 == path.length() || path.charAt(at + 2) == '/';
      if (starts && ends) {
        return true;
      }
      at = path.indexOf("..", at + 1);
    }
    return false;
  }
}
