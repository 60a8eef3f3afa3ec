package foresail.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a schema file: sorted lines of kinds, types and custom resources, each with the
 * releases in which it holds.
 *
 * <pre>
 * kind apps/v1 Deployment 1.32-1.37 deployments namespaced apps.v1.Deployment
 * type core.v1.ContainerPort 1.32-1.37 {containerPort:i,hostIP:s,hostPort:i,name:s,protocol:s}
 * custom acme.io/v1.Robot 1.0-1.999 {"type":"object"}
 * </pre>
 *
 * <p>Nothing is parsed on loading: a line is found by binary search when it is wanted.
 */
final class SchemaText {
  private static final String BUNDLED = "/schemas/kubernetes.txt";

  private final byte[] text;

  SchemaText(byte[] text) {
    this.text = text;
  }

  /** The one that comes with Foresail. */
  static SchemaText bundled() {
    try (InputStream in = SchemaText.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException("the program was packed without " + BUNDLED);
      }
      return new SchemaText(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What stands behind the release range in the line that begins with these words and holds in the
   * release.
   *
   * @param words the first words of a line, without a blank at the end
   */
  Optional<String> find(String words, Release release) {
    for (int at = firstLine(words); startsWith(at, words); at = lineEnd(at) + 1) {
      Line line = line(at, words.length());
      if (line.holdsIn(release)) {
        return Optional.of(line.rest());
      }
    }
    return Optional.empty();
  }

  /** The lines that begin with these words, as their further words, whatever the release. */
  List<String> all(String words) {
    List<String> found = new ArrayList<>();
    for (int at = firstLine(words); startsWith(at, words); at = lineEnd(at) + 1) {
      found.add(string(at + words.length() + 1, lineEnd(at)));
    }
    return found;
  }

  /**
   * The words behind the leading ones.
   *
   * @param first the range's first minor release
   * @param last the range's last minor release
   */
  record Line(int first, int last, String rest) {
    boolean holdsIn(Release release) {
      return first <= release.minor() && release.minor() <= last;
    }
  }

  /** Splits {@code 1.32-1.37 rest}. */
  static Line split(String rangeAndRest) {
    int dash = rangeAndRest.indexOf('-');
    int blank = rangeAndRest.indexOf(' ', dash);
    int first = Integer.parseInt(rangeAndRest, 2, dash, 10);
    int last = Integer.parseInt(rangeAndRest, dash + 3, blank, 10);
    return new Line(first, last, rangeAndRest.substring(blank + 1));
  }

  private Line line(int at, int wordsLength) {
    return split(string(at + wordsLength + 1, lineEnd(at)));
  }

  /** The offset of the first line that is not before the words; the text's length if none. */
  private int firstLine(String words) {
    int low = 0;
    int high = text.length;
    while (low < high) {
      int start = lineStart((low + high) >>> 1);
      if (compare(start, words) < 0) {
        low = lineEnd(start) + 1;
      } else {
        high = start;
      }
    }
    return low;
  }

  /** Compares the line's beginning with the words and a blank behind them. */
  private int compare(int at, String words) {
    for (int i = 0; i <= words.length(); i++) {
      int there = at + i < text.length ? text[at + i] : '\n';
      int wanted = i < words.length() ? words.charAt(i) : ' ';
      if (there != wanted) {
        return there - wanted;
      }
    }
    return 0;
  }

  private boolean startsWith(int at, String words) {
    return at < text.length && compare(at, words) == 0;
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && text[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  private String string(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
