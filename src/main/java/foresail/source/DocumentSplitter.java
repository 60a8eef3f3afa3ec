package foresail.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into documents where kubectl cuts it: before each line that begins with {@code ---},
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
   * @param from offset in the file's text; the line that begins with {@code ---} belongs to the
   *     document that follows it
   * @param to offset of the first character behind it
   * @param line 1-based line at which it begins
   */
  record Chunk(int from, int to, int line) {}

  static List<Chunk> split(String text) {
    List<Chunk> chunks = new ArrayList<>();
    int from = 0;
    int fromLine = 1;
    int line = 1;
    int length = text.length();
    int at = 0;
    while (at < length) {
      if (at > from && text.startsWith("---", at)) {
        chunks.add(new Chunk(from, at, fromLine));
        from = at;
        fromLine = line;
      }
      int end = text.indexOf('\n', at);
      at = end < 0 ? length : end + 1;
      line++;
    }
    if (from < length) {
      chunks.add(new Chunk(from, length, fromLine));
    }
    return chunks;
  }
}
