package foresail.script.machine;

import foresail.script.world.FileSystem;
import java.util.Optional;

/** What file descriptors point at; shared by the processes that inherited it. */
abstract class OpenFile {
  /** So much of what does not matter goes into a pipe or a log. */
  private static final int MOST_FILLING = 4096;

  private int references;

  /** What became of a write. */
  enum Written {
    DONE,
    /** Nobody reads the pipe any more. */
    BROKEN,
    FAILED
  }

  final OpenFile retain() {
    references++;
    return this;
  }

  final void release() {
    if (--references == 0) {
      close();
    }
  }

  void close() {}

  Written write(String text) {
    return Written.FAILED;
  }

  /** Writes so many bytes whose content does not matter; what is no file takes some of them. */
  Written fill(long bytes) {
    return write("\0".repeat((int) Math.min(bytes, MOST_FILLING)));
  }

  /** Whether a write should wait for a reader first. */
  boolean isFull() {
    return false;
  }

  /** Whether {@link #readLine} has an answer now. */
  boolean canRead() {
    return true;
  }

  /** The next line with its line end, or empty at the end. */
  Optional<String> readLine() {
    return Optional.empty();
  }

  /** Notes that a program wrote here of which nobody knows what it writes. */
  void markUnknown() {}

  /** Whether what is read here may miss what an unknown program wrote. */
  boolean isUnknown() {
    return false;
  }

  /** Whether this is something to read from, rather than nothing or a terminal. */
  boolean hasInput() {
    return false;
  }

  /** {@code /dev/null}, and a closed standard input. */
  static final class Nothing extends OpenFile {
    @Override
    Written write(String text) {
      return Written.DONE;
    }
  }

  /** A terminal at which nobody types. */
  static final class Silent extends OpenFile {
    @Override
    boolean canRead() {
      return false;
    }
  }

  /** A file, a here-document. */
  static final class Text extends OpenFile {
    private final String text;
    private int at;

    Text(String text) {
      this.text = text;
    }

    @Override
    Optional<String> readLine() {
      if (at >= text.length()) {
        return Optional.empty();
      }
      int end = text.indexOf('\n', at);
      int start = at;
      at = end < 0 ? text.length() : end + 1;
      return Optional.of(text.substring(start, at));
    }

    @Override
    boolean hasInput() {
      return true;
    }
  }

  /** A file that is written. */
  static final class Output extends OpenFile {
    private final Machine machine;
    private final String path;

    Output(Machine machine, String path) {
      this.machine = machine;
      this.path = path;
    }

    @Override
    Written write(String text) {
      return machine.world().files().write(path, text, true).failure().isEmpty()
          ? Written.DONE
          : Written.FAILED;
    }

    @Override
    Written fill(long bytes) {
      var files = machine.world().files();
      long size = files.status(path).map(FileSystem.FileStatus::size).orElse(0L) + bytes;
      return files.allocate(path, size < 0 ? Long.MAX_VALUE : size).failure().isEmpty()
          ? Written.DONE
          : Written.FAILED;
    }
  }

  /** The container's own output. */
  static final class Main extends OpenFile {
    private final Machine machine;
    private final boolean error;

    Main(Machine machine, boolean error) {
      this.machine = machine;
      this.error = error;
    }

    @Override
    Written write(String text) {
      machine.world().print(text, error);
      return Written.DONE;
    }
  }
}
