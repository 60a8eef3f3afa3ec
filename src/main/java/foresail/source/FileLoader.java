package foresail.source;

import foresail.source.FileFinder.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/** Opens a file and turns it into text, or says why that does not work. */
final class FileLoader {
  static final String RULE = "unreadable-file";

  /** Largest file that is read, in bytes. */
  static final int LARGEST = 64 << 20;

  /** How much of a JSON file is looked at to see whether it could hold objects, in bytes. */
  private static final int GLANCE = 64 << 10;

  /** How much is read at once at first, in bytes. */
  private static final int PORTION = 16 << 10;

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

  /** A file whose bytes are known. */
  static Loaded load(KeptFile file) {
    byte[] bytes = file.bytes();
    Found found = file.found();
    if (bytes.length > LARGEST) {
      return tooLarge(found);
    }
    return isForeign(found, bytes)
        ? new Loaded(found, new SourceFile(found.shown(), ""), Optional.empty(), true)
        : decode(found, bytes);
  }

  /** Whether a JSON file that nobody named begins like none of objects. */
  private static boolean isForeign(Found found, byte[] bytes) {
    return !found.named()
        && found.shown().endsWith(".json")
        && !new String(bytes, 0, Math.min(bytes.length, GLANCE), StandardCharsets.ISO_8859_1)
            .contains("\"apiVersion\"");
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.replace('\n', ' ');
  }

  private static Loaded open(Found found) throws IOException {
    long size = Files.size(found.path());
    if (size > LARGEST) {
      return tooLarge(found);
    }
    try (InputStream in = Files.newInputStream(found.path())) {
      if (!found.named() && found.shown().endsWith(".json")) {
        byte[] start = bytes(in, GLANCE);
        if (isForeign(found, start)) {
          return new Loaded(found, new SourceFile(found.shown(), ""), Optional.empty(), true);
        }
        return read(found, new SequenceInputStream(new ByteArrayInputStream(start), in));
      }
      return read(found, in);
    }
  }

  private static Loaded read(Found found, InputStream in) throws IOException {
    byte[] bytes = bytes(in, LARGEST + 1);
    return bytes.length > LARGEST ? tooLarge(found) : decode(found, bytes);
  }

  /** At most so many bytes. The stream's own methods for that fail on pipes (JDK-8279283). */
  private static byte[] bytes(InputStream in, int most) throws IOException {
    byte[] bytes = new byte[PORTION];
    int length = 0;
    while (length < most) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(most, length * 4));
      }
      int count = in.read(bytes, length, Math.min(bytes.length, most) - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
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
