package foresail.script.world;

import java.util.ArrayDeque;

/** Arithmetic of path names; asks no file system. */
public final class Paths {
  private Paths() {}

  /** The absolute normal path that {@code path} means in {@code directory}. */
  public static String resolve(String directory, String path) {
    var names = new ArrayDeque<String>();
    var full = path.startsWith("/") ? path : directory + "/" + path;
    int start = 0;
    for (int i = 0; i <= full.length(); i++) {
      if (i == full.length() || full.charAt(i) == '/') {
        var name = full.substring(start, i);
        if (name.equals("..")) {
          names.pollLast();
        } else if (!name.isEmpty() && !name.equals(".")) {
          names.addLast(name);
        }
        start = i + 1;
      }
    }
    return "/" + String.join("/", names);
  }

  /** The directory above an absolute normal path; the root's is the root. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** The last name of a path; the root's is {@code /}. */
  public static String name(String path) {
    return path.equals("/") ? path : path.substring(path.lastIndexOf('/') + 1);
  }
}
