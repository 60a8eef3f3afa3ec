package foresail.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What pages are made of besides their contents. */
final class PageParts {
  private static final String SCRIPT = "page.js";

  private PageParts() {}

  /** A style sheet or script of this package. */
  static String read(String name) {
    try (InputStream in = PageParts.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A page up to the contents of its body. It may load nothing, and runs no script but its own.
   *
   * @param title text
   * @param css what it has beyond what all pages have
   */
  static void begin(String title, String css, Appendable out) throws IOException {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.append("style-src 'unsafe-inline'; script-src 'sha256-");
    out.append(sha256(read(SCRIPT))).append("'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.append("<title>").append(Markup.of(title)).append("</title>\n<style>\n");
    out.append(Palette.css(":root")).append(read("page.css")).append(css);
    out.append("</style>\n</head>\n<body>\n");
  }

  /** The rest of the page: its script, which adds the arrow keys. */
  static void end(Appendable out) throws IOException {
    out.append("<script>").append(read(SCRIPT)).append("</script>\n</body>\n</html>\n");
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every Java has it
    }
  }
}
