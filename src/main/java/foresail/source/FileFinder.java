package foresail.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the files to read: those that are named, whatever their ending, and in named folders all
 * {@code .yaml}, {@code .yml} and {@code .json} files outside of hidden folders.
 */
final class FileFinder {
  private final List<Found> found = new ArrayList<>();

  /**
   * A file to read.
   *
   * @param shown the given path joined with the name found below it
   * @param named whether it was named itself, and not found in a folder
   * @param failure what is wrong with it; empty where it can be opened as far as one can tell
   */
  record Found(Path path, String shown, boolean named, String failure) {}

  List<Found> find(List<Path> paths) {
    for (Path path : paths) {
      String shown = path.toString().replace('\\', '/');
      if (shown.equals("-")) {
        found.add(new Found(path, "-", true, ""));
      } else if (Files.isDirectory(path)) {
        walk(path, shown.equals(".") || shown.isEmpty() ? "" : shown + "/", new HashSet<>());
      } else {
        found.add(new Found(path, shown, true, ""));
      }
    }
    return found;
  }

  private void walk(Path folder, String prefix, Set<Path> above) {
    Path real;
    List<Path> children = new ArrayList<>();
    try {
      real = folder.toRealPath();
      if (!above.add(real)) {
        return;
      }
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(children::add);
      }
    } catch (IOException e) {
      found.add(new Found(folder, prefix, false, "the folder cannot be opened"));
      return;
    }
    children.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
    for (Path child : children) {
      String name = child.getFileName().toString();
      if (Files.isDirectory(child)) {
        if (!name.startsWith(".")) {
          walk(child, prefix + name + "/", above);
        }
      } else if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
        if (Files.isRegularFile(child)
            || Files.isSymbolicLink(child) && Files.exists(child, LinkOption.NOFOLLOW_LINKS)) {
          found.add(new Found(child, prefix + name, false, ""));
        }
      }
    }
    above.remove(real);
  }
}
