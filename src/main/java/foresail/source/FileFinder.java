package foresail.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files to read: those that are named, whatever their ending, and in named folders all
 * {@code .yaml}, {@code .yml} and {@code .json} files outside of hidden and excluded folders.
 *
 * <p>Links to files are followed, links to folders too, except where they lead back to a folder
 * that is being searched. Names are ordered by their UTF-16 code units, so not by locale.
 */
final class FileFinder {
  private final ExcludePatterns exclude;
  private final Path base;
  private final List<Found> found = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<Object> linked = new HashSet<>();

  /**
   * A file to read.
   *
   * @param shown the given path joined with the name found below it, with slashes
   * @param named whether it was named itself, and not found in a folder
   * @param failure why it cannot be read, as far as that is known without opening it
   */
  record Found(Path path, String shown, boolean named, Optional<String> failure) {
    boolean standardInput() {
      return shown.equals("-");
    }
  }

  /**
   * @param base the folder that patterns are relative to; for folders outside of it they are
   *     relative to the named folder
   */
  FileFinder(List<String> exclude, Path base) {
    this.exclude = new ExcludePatterns(exclude);
    this.base = base.toAbsolutePath().normalize();
  }

  /** In the order of the paths; a path that occurs again does not count again. */
  List<Found> find(List<Path> paths) {
    for (Path path : paths) {
      String name = path.toString().replace('\\', '/');
      if (name.equals("-")) {
        add(path, "-", true, Optional.empty());
      } else if (Files.isDirectory(path)) {
        walk(path, prefix(name), belowBase(path), new HashSet<>());
      } else {
        add(path, name, true, failure(path));
      }
    }
    return found;
  }

  private static String prefix(String name) {
    if (name.isEmpty() || name.equals(".")) {
      return "";
    }
    return name.endsWith("/") ? name : name + "/";
  }

  /** The folder's path from the base, with a slash behind each name. */
  private String belowBase(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!absolute.startsWith(base) || absolute.equals(base)) {
      return "";
    }
    return base.relativize(absolute).toString().replace('\\', '/') + "/";
  }

  private void add(Path path, String name, boolean named, Optional<String> failure) {
    if (shown.add(name)) {
      found.add(new Found(path, name, named, failure));
    }
  }

  private static Optional<String> failure(Path path) {
    if (Files.isRegularFile(path)) {
      return Optional.empty();
    }
    if (!Files.exists(path)) {
      return Optional.of(
          Files.exists(path, LinkOption.NOFOLLOW_LINKS)
              ? "this is a link to a file that does not exist"
              : "there is no such file");
    }
    // The shell's <(command) is a pipe, and somebody writes into it.
    String name = path.toString();
    boolean stream = name.startsWith("/dev/fd/") || name.equals("/dev/stdin");
    return stream
        ? Optional.empty()
        : Optional.of("this is no file but a pipe, socket or device, which is not opened");
  }

  private void walk(Path folder, String prefix, String below, Set<Object> open) {
    List<Path> children = new ArrayList<>();
    Object identity;
    try {
      identity = identity(folder);
      if (!open.add(identity)) {
        return;
      }
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(children::add);
      }
    } catch (IOException | RuntimeException e) {
      add(folder, prefix, false, Optional.of("the folder cannot be opened"));
      return;
    }
    children.sort((a, b) -> name(a).compareTo(name(b)));
    for (Path child : children) {
      String name = name(child);
      if (Files.isDirectory(child)) {
        if (!name.startsWith(".") && !exclude.excludes(below + name, true) && isNew(child)) {
          walk(child, prefix + name + "/", below + name + "/", open);
        }
      } else if (hasEnding(name)
          && Files.isRegularFile(child)
          && !exclude.excludes(below + name, false)) {
        // A dangling link, such as an editor's lock, is nothing to read.
        add(child, prefix + name, false, Optional.empty());
      }
    }
    open.remove(identity);
  }

  /** Of all links to a folder only the first is followed: links of links would multiply. */
  private boolean isNew(Path folder) {
    try {
      return !Files.isSymbolicLink(folder) || linked.add(identity(folder));
    } catch (IOException e) {
      return false;
    }
  }

  private static Object identity(Path folder) throws IOException {
    Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    return key == null ? folder.toRealPath() : key;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  /** What {@link #walk} would do with a file below a folder. */
  static boolean finds(ExcludePatterns exclude, String folder, String path) {
    String below = folder.isEmpty() ? "" : folder + "/";
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String name = path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
      if (name.startsWith(".") || exclude.excludes(below + path.substring(0, slash), true)) {
        return false;
      }
    }
    return hasEnding(path) && !exclude.excludes(below + path, false);
  }

  private static boolean hasEnding(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
