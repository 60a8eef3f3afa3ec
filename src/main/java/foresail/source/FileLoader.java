package foresail.source;

import foresail.source.FileFinder.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.Optional;

/** Opens a file and turns it into text, or says why that does not work. */
final class FileLoader {
  static final String RULE = "unreadable-file";

  /** Largest file that is read, in bytes. */
  static final long LARGEST = 64L << 20;

  /** How much of a JSON file is looked at to see whether it could hold objects, in bytes. */
  private static final int GLANCE = 64 << 10;

  private final InputStream standardInput;

  FileLoader(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * A file that was opened.
   *
   * @param problem present where its text cannot be read; the file is then empty or incomplete
   * @param foreign whether a glance showed that it holds no objects, so it was not read
   */
  record Loaded(Found found, SourceFile file, Optional<Problem> problem, boolean foreign) {}

  Loaded load(Found found) {
    if (found.failure().isPresent()) {
      return unreadable(found, found.failure().get());
    }
    try {
      return found.standardInput() ? read(found, standardInput) : open(found);
    } catch (AccessDeniedException e) {
      return unreadable(found, "the file cannot be opened: permission denied");
    } catch (IOException e) {
      return unreadable(found, "the file cannot be read: " + reason(e));
    } catch (OutOfMemoryError e) {
      return unreadable(found, "the file does not fit into memory");
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.replace('\n', ' ');
  }

  private static Loaded open(Found found) throws IOException {
    try (InputStream in = Files.newInputStream(found.path())) {
      long size = Files.size(found.path());
      if (size > LARGEST) {
        return tooLarge(found);
      }
      if (!found.named() && found.shown().endsWith(".json") && size > 0) {
        byte[] start = in.readNBytes(GLANCE);
        if (!new String(start, StandardCharsets.ISO_8859_1).contains("\"apiVersion\"")) {
          return new Loaded(found, new SourceFile(found.shown(), ""), Optional.empty(), true);
        }
        if (size <= start.length) {
          return decode(found, start);
        }
        byte[] all = java.util.Arrays.copyOf(start, (int) size);
        int more = in.readNBytes(all, start.length, all.length - start.length);
        return decode(found, java.util.Arrays.copyOf(all, start.length + more));
      }
      return read(found, in);
    }
  }

  private static Loaded read(Found found, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes((int) LARGEST + 1);
    return bytes.length > LARGEST ? tooLarge(found) : decode(found, bytes);
  }

  private static Loaded decode(Found found, byte[] bytes) {
    TextDecoder.Decoded decoded = TextDecoder.decode(found.shown(), bytes);
    return new Loaded(found, decoded.file(), decoded.problem(), false);
  }

  private static Loaded tooLarge(Found found) {
    return unreadable(found, "the file is larger than 64 MiB, so it was not read");
  }

  private static Loaded unreadable(Found found, String message) {
    SourceFile file = new SourceFile(found.shown(), "");
    return new Loaded(
        found, file, Optional.of(Problem.of(RULE, message, Spans.at(file, 0))), false);
  }
}
