package foresail.source;

import java.util.Optional;

/** Problems of lines that stand in the wrong column, or lack a colon. */
final class LayoutProblem {
  private final Stumble stumble;
  private final SourceFile file;
  private final String text;
  private final int at;

  LayoutProblem(Stumble stumble) {
    this.stumble = stumble;
    this.file = stumble.file;
    this.text = stumble.text;
    this.at = stumble.at;
  }

  /** Either {@code a: b: c}, or a key that is indented below a value and so continues it. */
  Problem secondColon() {
    int line = file.lineOf(at);
    int start = file.offset(line, 1);
    int first = start;
    while (first < at && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
      first++;
    }
    String before = text.substring(first, at);
    if (before.contains(": ") || before.isBlank()) {
      return stumble.atCharacter(at, "a second colon in one value; quote the value if it is text");
    }
    Optional<Span> lonely = lineWithoutColon(line, first - start);
    if (lonely.isPresent()) {
      return notAKey(lonely.get());
    }
    return Problem.of(
        SyntaxProblem.RULE,
        "key \"" + before.strip() + "\" is indented as if it continued the value above it",
        Spans.between(file, first, at));
  }

  /** A line of a mapping that is no key. */
  static Problem notAKey(Span span) {
    String written = span.text();
    String message =
        written.indexOf(':') > 0
            ? "\"" + written + "\" is one word and no key; put a blank behind the colon"
            : "\"" + written + "\" is neither a key with a colon nor part of a value";
    return Problem.of(SyntaxProblem.RULE, message, span);
  }

  /** The line above, where it stands as deep as a key and has no colon that makes it one. */
  private Optional<Span> lineWithoutColon(int line, int indent) {
    int above = line - 1;
    while (above >= stumble.chunk.line() && file.line(above).isBlank()) {
      above--;
    }
    String written = above < stumble.chunk.line() ? "" : file.line(above);
    String content = written.strip();
    boolean fits =
        !content.isEmpty()
            && written.indexOf(content) == indent
            && !content.contains(": ")
            && !content.endsWith(":")
            && "#-[{\"'&*!|>".indexOf(content.charAt(0)) < 0;
    return fits ? Optional.of(Spans.rest(file, file.offset(above, indent + 1))) : Optional.empty();
  }

  /**
   * A line that begins in a column where nothing may begin.
   *
   * @param inMapping whether the parser was in a mapping, and not in a list
   */
  Problem outOfLine(boolean inMapping) {
    if (stumble.charAt(at) == ':') {
      return stumble.atCharacter(at, "a key is missing before this colon");
    }
    Span here = Spans.rest(file, at);
    Span context = Spans.at(file, stumble.opened);
    boolean item = stumble.charAt(at) == '-' && stumble.charAt(at + 1) <= ' ';
    if (here.column() == context.column() && item == inMapping) {
      String message =
          item
              ? " is a list item, and keys of a mapping stand in its column"
              : " is no list item, and a list stands in its column";
      return stumble
          .atRest(at, stumble.quoted(at) + message)
          .withRelated(context, "the " + (inMapping ? "mapping" : "list") + " begins here");
    }
    Optional<Span> above = contentAbove(here.line());
    if (above.isPresent() && above.get().column() < here.column()) {
      return stumble.atRest(
          at, stumble.quoted(at) + " is indented below a line that already has its value");
    }
    return withNeighbours(
        stumble.atRest(at, stumble.quoted(at) + " lines up with nothing above it"), above, context);
  }

  private static Problem withNeighbours(Problem problem, Optional<Span> above, Span context) {
    if (above.isEmpty()) {
      return problem.withRelated(context, "this begins in column " + context.column());
    }
    Problem told =
        problem.withRelated(above.get(), "this begins in column " + above.get().column());
    return above.get().line() == context.line()
        ? told
        : told.withRelated(context, "this begins in column " + context.column());
  }

  /** The first character of what the line above says, behind its dashes. */
  private Optional<Span> contentAbove(int line) {
    for (int above = line - 1; above >= stumble.chunk.line(); above--) {
      String written = file.line(above);
      int column = 0;
      while (column < written.length()
          && (written.charAt(column) <= ' ' || written.startsWith("- ", column))) {
        column++;
      }
      if (column < written.length() && written.charAt(column) != '#') {
        return Optional.of(new Span(file, above, column + 1, above, column + 2));
      }
    }
    return Optional.empty();
  }

  /** Text behind what the parser takes for the whole document. */
  Problem behindTheEnd() {
    int above = text.lastIndexOf("\n...", at);
    boolean ended = above >= stumble.chunk.from() || text.startsWith("...", stumble.chunk.from());
    return stumble.atRest(
        at,
        ended
            ? "kubectl reads nothing behind the ... that ends the document; separate documents by"
                + " ---"
            : stumble.quoted(at)
                + " stands further left than the document above, so it is not part of it");
  }
}
