package foresail.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Writes whole texts, as UTF-8 whatever the locale. */
final class Texts {
  private Texts() {}

  /** Something that writes a text piece by piece. */
  @FunctionalInterface
  interface Source {
    void writeTo(Appendable out) throws IOException;
  }

  /** Writes to a file, or where none is given to standard output. */
  static void put(Source source, Optional<Path> file, Surroundings surroundings) {
    if (file.isPresent()) {
      write(source, file.get());
    } else {
      print(source, surroundings.out());
    }
  }

  static void print(String text, OutputStream out) {
    print(to -> to.append(text), out);
  }

  /**
   * Writes to standard output. Where nobody reads any more (a broken pipe), silently stops.
   *
   * @throws OutputException where it cannot be written for another reason
   */
  private static void print(Source source, OutputStream out) {
    try {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      Writer buffered = new BufferedWriter(writer, 1 << 16);
      source.writeTo(buffered);
      buffered.flush();
    } catch (IOException e) {
      if (!isBrokenPipe(e)) {
        throw new OutputException("standard output", e);
      }
    }
  }

  /**
   * Writes a file anew.
   *
   * @throws OutputException where it cannot be written
   */
  private static void write(Source source, Path file) {
    try (Writer writer = Files.newBufferedWriter(file)) {
      source.writeTo(writer);
    } catch (IOException e) {
      throw new OutputException(file.toString(), e);
    }
  }

  private static boolean isBrokenPipe(IOException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
  }
}
