package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the comments of a document once its scalars are known: a {@code #} behind a blank is a
 * comment wherever it does not stand in a quoted or block scalar. The parser can report comments
 * too, but takes much longer then.
 */
final class CommentFinder {
  private final SourceFile file;
  private final Chunk chunk;
  private final boolean any;
  private int[] skipped = new int[16];
  private int skips;

  /**
   * @param any whether a {@code #} occurs at all
   */
  CommentFinder(SourceFile file, Chunk chunk, boolean any) {
    this.file = file;
    this.chunk = chunk;
    this.any = any;
  }

  /** Whether there can be comments, so that {@link #skip} matters. */
  boolean any() {
    return any;
  }

  /**
   * Notes a quoted scalar or the lines of a block scalar, in reading order.
   *
   * @param from offset in the chunk
   * @param to offset in the chunk
   */
  void skip(int from, int to) {
    if (!any) {
      return;
    }
    if (skips + 2 > skipped.length) {
      skipped = Arrays.copyOf(skipped, skips * 2);
    }
    skipped[skips++] = chunk.from() + from;
    skipped[skips++] = chunk.from() + to;
  }

  List<Comment> find() {
    if (!any) {
      return List.of();
    }
    List<Comment> found = new ArrayList<>();
    String text = file.text();
    int skip = 0;
    int at = text.indexOf('#', chunk.from());
    while (at >= 0 && at < chunk.to()) {
      while (skip < skips && skipped[skip + 1] <= at) {
        skip += 2;
      }
      int next = at + 1;
      if (skip < skips && skipped[skip] <= at) {
        next = skipped[skip + 1];
      } else if (at == chunk.from() || text.charAt(at - 1) <= ' ') {
        next = endOfLine(text, at);
        found.add(comment(text, at, next));
      }
      at = text.indexOf('#', next);
    }
    return found;
  }

  private int endOfLine(String text, int from) {
    int at = from;
    while (at < chunk.to() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private Comment comment(String text, int from, int to) {
    int before = from;
    while (before > chunk.from()
        && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
      before--;
    }
    boolean alone =
        before == chunk.from()
            || text.charAt(before - 1) == '\n'
            || text.charAt(before - 1) == '\r';
    return new Comment(text.substring(from + 1, to).strip(), Spans.between(file, from, to), alone);
  }
}
