package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Where the parser could not go on, and what it has to say about that. */
final class Stumble {
  final SourceFile file;
  final Chunk chunk;
  final String text;

  /** The parser's words; empty where it has none. */
  final String problem;

  /** What the parser was about to read; empty where it does not say. */
  final String context;

  /** Offset at which it stopped. */
  final int at;

  /** Offset of the quote, bracket or collection that it was in; where it stopped if in none. */
  final int opened;

  Stumble(SourceFile file, Chunk chunk, MarkedYamlEngineException error) {
    this.file = file;
    this.chunk = chunk;
    this.text = file.text();
    this.problem = error.getProblem() == null ? "" : error.getProblem();
    this.context = error.getContext() == null ? "" : error.getContext();
    int contextAt = error.getContextMark().map(this::offset).orElse(-1);
    this.at = error.getProblemMark().map(this::offset).orElse(Math.max(contextAt, chunk.from()));
    this.opened = contextAt < 0 ? at : contextAt;
  }

  private int offset(Mark mark) {
    return Math.min(chunk.to(), file.offset(mark.getLine() + chunk.line(), mark.getColumn() + 1));
  }

  /** The character at an offset; a line break behind the end. */
  char charAt(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\n';
  }

  /** The rest of a line in quotes, not too long. */
  String quoted(int from) {
    int to = from;
    while (to < chunk.to() && charAt(to) != '\n' && charAt(to) != '\r' && to - from < 40) {
      to++;
    }
    String line = text.substring(from, to).strip();
    return line.isEmpty() ? "the end" : "\"" + line + "\"";
  }

  /** Whether only blanks stand before an offset in its line. */
  boolean startsLine(int offset) {
    int start = offset;
    while (start > chunk.from() && (charAt(start - 1) == ' ' || charAt(start - 1) == '\t')) {
      start--;
    }
    return start == chunk.from() || charAt(start - 1) == '\n' || charAt(start - 1) == '\r';
  }

  /** A problem with one character. */
  Problem atCharacter(int offset, String message) {
    return Problem.of(SyntaxProblem.RULE, message, Spans.at(file, offset));
  }

  /** A problem with the rest of a line. */
  Problem atRest(int offset, String message) {
    return Problem.of(SyntaxProblem.RULE, message, Spans.rest(file, offset));
  }
}
