package foresail.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a text into documents where kubectl cuts it: at each line that begins with {@code ---},
 * whatever stands around it, so also inside a block scalar. One broken document then does not hide
 * the others.
 *
 * <p>As {@code YAMLReader} in k8s.io/apimachinery pkg/util/yaml/decoder.go, v0.36.
 */
final class DocumentSplitter {
  private DocumentSplitter() {}

  /**
   * A document's text.
   *
   * @param from offset in the file's text; the separator line above does not belong to it, unless
   *     more than a comment stands there
   * @param to offset of the first character behind it
   * @param line 1-based line at which it begins
   * @param problem the separator line above it is broken
   */
  record Chunk(int from, int to, int line, Optional<Problem> problem) {}

  static List<Chunk> split(SourceFile file) {
    String text = file.text();
    List<Chunk> chunks = new ArrayList<>();
    // A mark in front of a text was dropped; one in front of a later document means as little.
    boolean oddBreaks = hasLoneReturn(text);
    int length = text.length();
    int from = 0;
    int fromLine = 1;
    int line = 1;
    int at = 0;
    Optional<Problem> problem = Optional.empty();
    while (at < length) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? length : end + 1;
      if (text.startsWith("---", at)) {
        if (at > from) {
          chunks.add(new Chunk(from, at, fromLine, problem));
        }
        int content = contentOfSeparator(text, at + 3, next);
        boolean bare = content < 0;
        problem = bare ? Optional.empty() : Optional.of(brokenSeparator(file, at, content, next));
        from = bare ? next : at;
        fromLine = oddBreaks ? file.lineOf(from) : bare ? line + 1 : line;
      }
      at = next;
      line++;
    }
    if (from < length) {
      chunks.add(new Chunk(from, length, fromLine, problem));
    }
    return chunks;
  }

  private static boolean hasLoneReturn(String text) {
    int at = text.indexOf('\r');
    while (at >= 0) {
      if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
        return true;
      }
      at = text.indexOf('\r', at + 1);
    }
    return false;
  }

  /**
   * Where something stands behind the three dashes that is no comment; below 0 where nothing does.
   */
  private static int contentOfSeparator(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) <= ' ') {
      at++;
    }
    return at == to || text.charAt(at) == '#' ? -1 : at;
  }

  private static Problem brokenSeparator(SourceFile file, int from, int content, int next) {
    int end = next;
    while (end > content && file.text().charAt(end - 1) <= ' ') {
      end--;
    }
    return Problem.of(
        SyntaxProblem.RULE,
        "kubectl takes a line that begins with --- for a separator and accepts only a comment"
            + " behind it",
        Spans.between(file, from, end));
  }
}
