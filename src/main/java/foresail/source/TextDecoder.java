package foresail.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns the bytes of a file into text: UTF-8, or UTF-16 with or without a byte order mark. */
final class TextDecoder {
  private TextDecoder() {}

  /**
   * What the bytes say.
   *
   * @param problem present where they are no text; the file then holds what could be read
   */
  record Decoded(SourceFile file, Optional<Problem> problem) {}

  static Decoded decode(String path, byte[] bytes) {
    Charset charset = charset(bytes);
    int skip = markLength(bytes);
    if (charset == StandardCharsets.UTF_8) {
      String text = new String(bytes, skip, bytes.length - skip, charset);
      if (text.indexOf('\uFFFD') < 0) {
        return new Decoded(new SourceFile(path, text), Optional.empty());
      }
    }
    return strictly(path, bytes, skip, charset);
  }

  private static Decoded strictly(String path, byte[] bytes, int skip, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length - skip + 1);
    CoderResult end =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (!end.isError()) {
      String text = out.flip().toString();
      return new Decoded(new SourceFile(path, text), Optional.empty());
    }
    String good = out.flip().toString();
    String text = new String(bytes, skip, bytes.length - skip, charset);
    SourceFile file = new SourceFile(path, text);
    Span at = Spans.at(file, good.length());
    String message =
        charset == StandardCharsets.UTF_8
            ? String.format(
                "the file is not UTF-8 text: byte 0x%02X cannot stand here", bytes[in.position()])
            : "the file looks like UTF-16 text, but ends within a character or holds a broken one";
    return new Decoded(file, Optional.of(Problem.of("yaml-syntax", message, at)));
  }

  private static int markLength(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) ? 2 : 0;
  }

  /**
   * Without a mark, a NUL beside the first character tells UTF-16, as YAML 1.2 section 5.2 says.
   */
  private static Charset charset(byte[] bytes) {
    if (starts(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length >= 2 && bytes[0] == 0 && bytes[1] != 0) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length >= 2 && bytes[0] != 0 && bytes[1] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean starts(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
