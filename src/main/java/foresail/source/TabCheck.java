package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Refuses tabs that snakeyaml-engine lets pass and the API server does not. */
final class TabCheck {
  private static final String MESSAGE = "a tab cannot indent YAML; use blanks";

  private final SourceFile file;
  private final Chunk chunk;
  private final EventSpans spans;
  private final String text;
  private final boolean needed;

  /**
   * @param needed whether there is a tab at all
   */
  TabCheck(SourceFile file, Chunk chunk, EventSpans spans, boolean needed) {
    this.file = file;
    this.chunk = chunk;
    this.spans = spans;
    this.text = file.text();
    this.needed = needed;
  }

  /**
   * Outside of brackets no tab may stand between a dash, or the start of a line, and what begins
   * there, as {@code yaml_parser_scan_to_next_token} in scannerc.go of go.yaml.in/yaml/v2.
   *
   * @throws UnreadableText where one does
   */
  void before(Event event) {
    if (!needed) {
      return;
    }
    int at = spans.offset(event.getStartMark().get());
    int before = at;
    boolean tab = false;
    while (before > chunk.from() && isBlank(text.charAt(before - 1))) {
      before--;
      tab |= text.charAt(before) == '\t';
    }
    char left = before == chunk.from() ? '\n' : text.charAt(before - 1);
    if (tab && (left == '-' || left == '\n')) {
      throw new UnreadableText(MESSAGE, Spans.between(file, before, at));
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /**
   * Nor may a tab be part of the indentation of a block scalar, as {@code
   * yaml_parser_scan_block_scalar_breaks} there.
   *
   * @throws UnreadableText where one is
   */
  void within(ScalarEvent block) {
    if (!needed) {
      return;
    }
    int end = spans.offset(block.getEndMark().get());
    int start = spans.start(block);
    int header = text.indexOf('\n', start);
    // With |2 the author says where the text begins, and all behind that is text.
    int indent = hasDigit(start, header) ? 0 : Integer.MAX_VALUE;
    for (int at = header + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1) {
      int first = at;
      while (first < end && text.charAt(first) == ' ') {
        first++;
      }
      if (first < end && text.charAt(first) == '\t' && first - at < indent) {
        throw new UnreadableText(MESSAGE, Spans.at(file, first));
      }
      if (first < end && text.charAt(first) > ' ') {
        indent = Math.min(indent, first - at);
      }
    }
  }

  private boolean hasDigit(int from, int to) {
    for (int i = from; i < to && text.charAt(i) > ' '; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
