package foresail.script.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Files as a script sees them. Paths are absolute and normal: no {@code .}, {@code ..} or double
 * slashes, no trailing slash except the root's. Every operation happens at the present virtual
 * instant.
 */
public interface FileSystem {
  /** What is at a path, following links; empty if nothing is. */
  Optional<FileStatus> status(String path);

  Reading read(String path);

  /**
   * Whether something may be at a path where {@link #status} finds nothing: a file of an image that
   * nobody has looked into. A script that goes there is taken to find it.
   */
  default boolean mayExist(String path) {
    return false;
  }

  /**
   * From now on anything may be in a directory: a program wrote there of which nothing is known.
   */
  default void holdUnknown(String directory) {}

  /** Creates the file if need be. */
  Writing write(String path, String text, boolean append);

  /** Makes a file of {@code size} bytes whose content does not matter. */
  Writing allocate(String path, long size);

  /** Makes one directory; its parent must exist. */
  Writing makeDirectory(String path);

  /** Makes a symbolic link at {@code path}. */
  Writing link(String path, String target);

  /** Removes a file or an empty directory. */
  Writing remove(String path);

  /** Changes the permissions, octal as in chmod. */
  Writing setMode(String path, int mode);

  /** Names in a directory, sorted; empty if it is none. */
  List<String> list(String path);

  /** What kind of thing a path is. */
  enum Kind {
    FILE,
    DIRECTORY,
    /** {@code /dev/null} and the like. */
    DEVICE,
    SOCKET
  }

  /**
   * @param size in bytes
   * @param mode permissions, octal as in chmod
   */
  record FileStatus(Kind kind, long size, int mode, Instant modified) {}

  /** How reading a file went. */
  sealed interface Reading {
    record Text(String text) implements Reading {}

    /**
     * It cannot be read.
     *
     * @param message in the words of strerror, such as {@code No such file or directory}
     */
    record Failed(String message) implements Reading {}

    /** It exists, but nobody knows what is in it. */
    record Unknowable() implements Reading {}
  }

  /**
   * How a change went.
   *
   * @param failure why it did not happen, in the words of strerror
   */
  record Writing(Optional<String> failure) {
    private static final Writing DONE = new Writing(Optional.empty());

    public static Writing done() {
      return DONE;
    }

    public static Writing failed(String message) {
      return new Writing(Optional.of(message));
    }
  }
}
