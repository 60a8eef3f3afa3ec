package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Says in a user's words what the parser cannot read, at the place that a reader of the file would
 * point at: an opened quote or bracket rather than the end of the file.
 */
final class SyntaxProblem {
  static final String RULE = "yaml-syntax";

  private final SourceFile file;
  private final Chunk chunk;
  private final String text;
  private final String problem;
  private final String context;
  private final int at;
  private final int opened;

  private SyntaxProblem(SourceFile file, Chunk chunk, MarkedYamlEngineException error) {
    this.file = file;
    this.chunk = chunk;
    this.text = file.text();
    this.problem = error.getProblem() == null ? "" : error.getProblem();
    this.context = error.getContext() == null ? "" : error.getContext();
    int contextAt = error.getContextMark().map(this::offset).orElse(-1);
    this.at = error.getProblemMark().map(this::offset).orElse(Math.max(contextAt, chunk.from()));
    this.opened = contextAt < 0 ? at : contextAt;
  }

  static Problem of(SourceFile file, Chunk chunk, YamlEngineException error) {
    if (error instanceof MarkedYamlEngineException marked) {
      return new SyntaxProblem(file, chunk, marked).describe();
    }
    if (error instanceof ReaderException reader) {
      return unprintable(file, chunk, reader);
    }
    return Problem.of(RULE, String.valueOf(error.getMessage()), Spans.at(file, chunk.from()));
  }

  private static Problem unprintable(SourceFile file, Chunk chunk, ReaderException error) {
    int points = file.text().codePointCount(chunk.from(), chunk.to());
    int offset =
        file.text().offsetByCodePoints(chunk.from(), Math.min(error.getPosition(), points));
    return Problem.of(
        RULE,
        String.format(
            "the character U+%04X cannot stand in YAML; is this a binary file?",
            error.getCodePoint()),
        Spans.at(file, offset));
  }

  private int offset(Mark mark) {
    return Math.min(chunk.to(), file.offset(mark.getLine() + chunk.line(), mark.getColumn() + 1));
  }

  private Problem describe() {
    if (problem.startsWith("mapping values are not allowed")) {
      return secondColon();
    }
    if (problem.startsWith("expected <block end>")) {
      if (!startsLine(at)) {
        return behindValue();
      }
      return context.contains("mapping") ? outOfLine("key", "mapping") : outOfLine("item", "list");
    }
    if (problem.startsWith("could not find expected ':'")) {
      return notAKey(Spans.rest(file, opened));
    }
    if (problem.contains("unexpected end of stream") && context.contains("quoted")) {
      return Problem.of(RULE, "the quote that opens here is never closed", Spans.at(file, opened));
    }
    if (problem.contains("unexpected document separator")) {
      return Problem.of(RULE, "the quote that opens here is never closed", Spans.at(file, opened));
    }
    if (problem.startsWith("expected ',' or")) {
      return openBracket();
    }
    if (problem.contains("cannot start any token")) {
      return strangeStart();
    }
    if (problem.startsWith("found unknown escape character")) {
      return Problem.of(
          RULE,
          "\\"
              + Character.toString(text.codePointAt(Math.min(at, text.length() - 1)))
              + " means nothing in double quotes; write \\\\ for a backslash, or use single quotes",
          Spans.at(file, at));
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return Problem.of(
          RULE, "a list cannot begin here; its items go on lines of their own", Spans.at(file, at));
    }
    if (problem.startsWith("expected '<document start>'")) {
      return behindTheEnd();
    }
    if (problem.startsWith("expected chomping")) {
      return Problem.of(
          RULE,
          "behind " + text.charAt(opened) + " its text begins on the next line",
          Spans.at(file, at));
    }
    if (context.contains("anchor") || context.contains("alias")) {
      char sign = text.charAt(Math.min(opened, text.length() - 1));
      return Problem.of(
          RULE,
          "a value that begins with "
              + sign
              + " is an "
              + (sign == '*' ? "alias" : "anchor")
              + "; quote it if it is text",
          Spans.rest(file, opened));
    }
    return Problem.of(RULE, problem, Spans.at(file, at));
  }

  /** Either {@code a: b: c}, or a key that is indented below a value and so continues it. */
  private Problem secondColon() {
    int line = file.lineOf(at);
    int start = file.offset(line, 1);
    int first = start;
    while (first < at && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
      first++;
    }
    String before = text.substring(first, at);
    Optional<Span> lonely = lineWithoutColon(line, first - start);
    if (lonely.isPresent() && !before.contains(": ")) {
      return notAKey(lonely.get());
    }
    if (before.contains(": ") || before.isBlank()) {
      return Problem.of(
          RULE, "a second colon in one value; quote the value if it is text", Spans.at(file, at));
    }
    return Problem.of(
        RULE,
        "key \"" + before.strip() + "\" is indented as if it continued the value above it",
        Spans.between(file, first, at));
  }

  private static Problem notAKey(Span span) {
    return Problem.of(
        RULE, "\"" + span.text() + "\" is neither a key with a colon nor part of a value", span);
  }

  /** The line above, where it stands as deep as a key and has no colon. */
  private Optional<Span> lineWithoutColon(int line, int indent) {
    int above = line - 1;
    while (above >= chunk.line() && file.line(above).isBlank()) {
      above--;
    }
    String written = above < chunk.line() ? "" : file.line(above);
    String content = written.strip();
    boolean fits =
        !content.isEmpty()
            && written.indexOf(content) == indent
            && content.indexOf(':') < 0
            && "#-[{\"'&*!|>".indexOf(content.charAt(0)) < 0;
    return fits ? Optional.of(Spans.rest(file, file.offset(above, indent + 1))) : Optional.empty();
  }

  private Problem outOfLine(String part, String whole) {
    Span start = Spans.at(file, opened);
    Problem described =
        Problem.of(
            RULE,
            quoted(at)
                + " does not line up with the "
                + part
                + "s of the "
                + whole
                + " that begins in line "
                + start.line(),
            Spans.rest(file, at));
    return described.withRelated(start, "its " + part + "s stand in column " + start.column());
  }

  private boolean startsLine(int offset) {
    int start = offset;
    while (start > chunk.from()
        && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    return start == chunk.from()
        || text.charAt(start - 1) == '\n'
        || text.charAt(start - 1) == '\r';
  }

  /** A quote or bracket at the start of a value ends it before the author thinks that it ends. */
  private Problem behindValue() {
    char closing = text.charAt(at - 1);
    String why =
        switch (closing) {
          case '}', ']' ->
              "the " + closing + " ends the value; quote the whole value if it is text";
          case '"', '\'' -> "the quote ends the value; quote the whole value or nothing of it";
          default -> "the value ends before it";
        };
    return Problem.of(RULE, quoted(at) + " cannot stand here: " + why, Spans.rest(file, at));
  }

  private Problem openBracket() {
    char bracket = opened < text.length() ? text.charAt(opened) : '[';
    char closing = bracket == '{' ? '}' : ']';
    if (at >= chunk.to() || problem.contains("stream end") || problem.contains("StreamEnd")) {
      return Problem.of(
          RULE,
          "the " + bracket + " that opens here is never closed by " + closing,
          Spans.at(file, opened));
    }
    int place = at;
    while (text.charAt(at) == ':'
        && place > chunk.from()
        && text.charAt(place - 1) != '\n'
        && text.charAt(place - 1) != '\r') {
      // The words before the colon were taken for more of the value above them.
      place--;
    }
    while (text.charAt(place) == ' ') {
      place++;
    }
    return Problem.of(
            RULE,
            "here a comma or " + closing + " is expected, and not " + quoted(place),
            Spans.rest(file, place))
        .withRelated(Spans.at(file, opened), "the " + bracket + " that is open");
  }

  private Problem strangeStart() {
    int point = at < text.length() ? text.codePointAt(at) : ' ';
    if (point == '\t') {
      return Problem.of(RULE, "a tab cannot indent YAML; use blanks", Spans.at(file, at));
    }
    return Problem.of(
        RULE,
        "a value cannot begin with " + Character.toString(point) + "; quote it",
        Spans.rest(file, at));
  }

  private Problem behindTheEnd() {
    int above = text.lastIndexOf("\n...", at);
    boolean ended = above >= chunk.from() || text.startsWith("...", chunk.from());
    return Problem.of(
        RULE,
        ended
            ? "kubectl reads nothing behind the ... that ends the document; separate documents by"
                + " ---"
            : quoted(at) + " stands further left than the document above, so it is not part of it",
        Spans.rest(file, at));
  }

  private String quoted(int from) {
    int to = from;
    while (to < chunk.to()
        && text.charAt(to) != '\n'
        && text.charAt(to) != '\r'
        && to - from < 40) {
      to++;
    }
    String line = text.substring(from, to).strip();
    return line.isEmpty() ? "the end" : "\"" + line + "\"";
  }
}
