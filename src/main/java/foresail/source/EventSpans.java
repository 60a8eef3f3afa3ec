package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Tells which piece of the file an event of the parser stands for. */
final class EventSpans {
  private final SourceFile file;
  private final Chunk chunk;
  private final String text;

  EventSpans(SourceFile file, Chunk chunk) {
    this.file = file;
    this.chunk = chunk;
    this.text = file.text();
  }

  int line(Mark mark) {
    return mark.getLine() + chunk.line();
  }

  static int column(Mark mark) {
    return mark.getColumn() + 1;
  }

  /** Offset in the file's text. */
  int offset(Mark mark) {
    return Math.min(chunk.to(), file.offset(line(mark), column(mark)));
  }

  /** The text of a value, without its anchor and tag; of a collection, where it begins. */
  Span of(Event event) {
    Mark start = event.getStartMark().get();
    Mark end = event.getEndMark().get();
    if (event instanceof CollectionStartEvent collection) {
      boolean bare = collection.getAnchor().isEmpty() && collection.getTag().isEmpty();
      return bare
          ? new Span(file, line(start), column(start), line(start), column(start))
          : Spans.at(file, behindProperties(offset(start), chunk.to()));
    }
    if (event instanceof ScalarEvent scalar
        && (scalar.getAnchor().isPresent() || scalar.getTag().isPresent())) {
      int to = offset(end);
      return Spans.between(file, behindProperties(offset(start), to), to);
    }
    return new Span(file, line(start), column(start), line(end), column(end));
  }

  /** Where anchor and tag end; behind them may come nothing, which is an empty value. */
  private int behindProperties(int from, int to) {
    int at = from;
    while (at < to && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < to && text.charAt(at) > ' ') {
        at++;
      }
      int next = at;
      while (next < to && text.charAt(next) <= ' ') {
        next++;
      }
      at = next < to ? next : at;
    }
    return at;
  }

  /** A block scalar ends behind its last visible character, and not at the next token. */
  Span ofBlock(ScalarEvent event) {
    Span begin = of(event);
    int at = offset(event.getEndMark().get());
    while (at > chunk.from() && text.charAt(at - 1) <= ' ') {
      at--;
    }
    Span end = Spans.between(file, at, at);
    return new Span(file, begin.line(), begin.column(), end.line(), end.column());
  }

  /** Where the text of a value begins, behind anchor and tag. */
  int start(NodeEvent event) {
    Span span = of(event);
    return file.offset(span.line(), span.column());
  }
}
