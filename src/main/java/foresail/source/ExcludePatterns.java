package foresail.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Patterns of paths to leave out, written as in {@code .gitignore}: {@code *} and {@code ?} stay in
 * one name, {@code **} spans folders, a slash in front or in the middle ties the pattern to the
 * top, one at the end means folders only, and {@code !} takes a path back in. The last pattern that
 * fits decides.
 */
final class ExcludePatterns {
  private final List<Pattern> patterns = new ArrayList<>();

  private record Pattern(String glob, boolean anchored, boolean foldersOnly, boolean negated) {}

  ExcludePatterns(List<String> lines) {
    for (String line : lines) {
      String glob = line.strip();
      boolean negated = glob.startsWith("!");
      glob = negated ? glob.substring(1) : glob;
      boolean foldersOnly = glob.endsWith("/");
      glob = foldersOnly ? glob.substring(0, glob.length() - 1) : glob;
      boolean anchored = glob.indexOf('/') >= 0;
      glob = glob.startsWith("/") ? glob.substring(1) : glob;
      if (!glob.isEmpty() && !glob.startsWith("#")) {
        patterns.add(new Pattern(glob, anchored, foldersOnly, negated));
      }
    }
  }

  /**
   * Whether a path is left out. A folder that is left out hides what is in it.
   *
   * @param path names joined by slashes, from the top
   */
  boolean excludes(String path, boolean folder) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      Pattern pattern = patterns.get(i);
      if (pattern.foldersOnly() && !folder) {
        continue;
      }
      String subject = pattern.anchored() ? path : path.substring(path.lastIndexOf('/') + 1);
      if (matches(pattern.glob(), 0, subject, 0)) {
        return !pattern.negated();
      }
    }
    return false;
  }

  private static boolean matches(String glob, int g, String path, int p) {
    int at = g;
    int to = p;
    while (at < glob.length()) {
      char c = glob.charAt(at);
      if (c == '*') {
        return star(glob, at, path, to);
      }
      if (to >= path.length()) {
        return false;
      }
      if (c == '?' ? path.charAt(to) == '/' : c != path.charAt(to)) {
        return false;
      }
      at++;
      to++;
    }
    return to == path.length();
  }

  private static boolean star(String glob, int at, String path, int from) {
    if (glob.startsWith("**/", at)) {
      // Also no folder at all: a/**/b fits a/b.
      for (int to = from; to >= 0; to = nextFolder(path, to)) {
        if (matches(glob, at + 3, path, to)) {
          return true;
        }
      }
      return false;
    }
    boolean spans = glob.startsWith("**", at);
    int rest = at + (spans ? 2 : 1);
    for (int to = from; to <= path.length(); to++) {
      if (matches(glob, rest, path, to)) {
        return true;
      }
      if (to < path.length() && path.charAt(to) == '/' && !spans) {
        return false;
      }
    }
    return false;
  }

  private static int nextFolder(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? -1 : slash + 1;
  }
}
