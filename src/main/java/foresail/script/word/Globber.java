package foresail.script.word;

import foresail.script.world.FileSystem;
import foresail.script.world.Paths;
import java.util.ArrayList;
import java.util.List;

/** Matches file names. */
final class Globber {
  private Globber() {}

  /** The names that match, sorted; empty if none does, and the shell keeps the word. */
  static List<String> names(String pattern, FileSystem files, String directory) {
    boolean absolute = pattern.startsWith("/");
    var found = List.of(absolute ? "/" : "");
    for (var step : pattern.split("/")) {
      if (step.isEmpty()) {
        continue;
      }
      var next = new ArrayList<String>();
      var matcher = new Pattern(step);
      for (var prefix : found) {
        if (matcher.special()) {
          matching(prefix, matcher, step.startsWith("."), files, directory, next);
        } else {
          var name = prefix + unescaped(step);
          if (files.status(Paths.resolve(directory, name)).isPresent()) {
            next.add(name + "/");
          }
        }
      }
      found = next;
    }
    boolean slash = pattern.endsWith("/");
    return found.stream().map(name -> slash ? name : name.substring(0, name.length() - 1)).toList();
  }

  private static void matching(
      String prefix,
      Pattern matcher,
      boolean hidden,
      FileSystem files,
      String directory,
      List<String> found) {
    for (var name : files.list(Paths.resolve(directory, prefix.isEmpty() ? "." : prefix))) {
      if ((hidden || !name.startsWith(".")) && matcher.matches(name)) {
        found.add(prefix + name + "/");
      }
    }
  }

  private static String unescaped(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      result.append(text.charAt(i));
    }
    return result.toString();
  }
}
