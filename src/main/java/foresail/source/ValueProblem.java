package foresail.source;

/** Problems of values: quotes and brackets that end too early or never, and strange beginnings. */
final class ValueProblem {
  /** How many lines above a closing quote its opening is looked for. */
  private static final int FAR = 50;

  private final Stumble stumble;
  private final SourceFile file;
  private final String text;
  private final int at;

  ValueProblem(Stumble stumble) {
    this.stumble = stumble;
    this.file = stumble.file;
    this.text = stumble.text;
    this.at = stumble.at;
  }

  Problem openQuote() {
    return stumble.atCharacter(stumble.opened, "the quote that opens here is never closed");
  }

  /** A quote or bracket at the start of a value ends it before the author thinks that it ends. */
  Problem behindValue() {
    int last = at - 1;
    while (last > stumble.chunk.from() && text.charAt(last) == ' ') {
      last--;
    }
    char closing = text.charAt(last);
    int opening = closing == '"' || closing == '\'' ? openingAbove(last) : -1;
    if (opening >= 0) {
      return stumble
          .atCharacter(opening, "the quote that opens here ends only in line " + file.lineOf(last))
          .withRelated(Spans.at(file, last), "its end");
    }
    String why =
        switch (closing) {
          case '}', ']' -> "the " + closing + " ends the value; quote all of it if it is text";
          case '"', '\'' -> "the quote ends the value; quote all of it or nothing";
          default -> "the value ends before it";
        };
    return stumble.atRest(at, stumble.quoted(at) + " cannot stand here: " + why);
  }

  /** Where a quote was opened that closes in a later line; below 0 where it is not so. */
  private int openingAbove(int closing) {
    char quote = text.charAt(closing);
    int line = file.lineOf(closing);
    int start = file.offset(line, 1);
    if (count(quote, start, closing) % 2 == 1) {
      return -1;
    }
    for (int above = line - 1; above >= Math.max(stumble.chunk.line(), line - FAR); above--) {
      int from = file.offset(above, 1);
      if (count(quote, from, start) % 2 == 1) {
        return text.indexOf(quote, from);
      }
    }
    return -1;
  }

  private int count(char wanted, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += text.charAt(i) == wanted ? 1 : 0;
    }
    return count;
  }

  Problem openBracket() {
    char closing = stumble.charAt(stumble.opened) == '{' ? '}' : ']';
    char bracket = stumble.charAt(stumble.opened);
    if (nothingFollows()) {
      return neverClosed(stumble.opened);
    }
    int place = startOfWords();
    return stumble
        .atRest(
            place, "here a comma or " + closing + " is expected, and not " + stumble.quoted(place))
        .withRelated(Spans.at(file, stumble.opened), "the " + bracket + " that is open");
  }

  private boolean nothingFollows() {
    return at >= stumble.chunk.to() || text.substring(at, stumble.chunk.to()).isBlank();
  }

  private Problem neverClosed(int opening) {
    char bracket = text.charAt(opening);
    return stumble.atCharacter(
        opening,
        "the " + bracket + " that opens here is never closed by " + (bracket == '{' ? '}' : ']'));
  }

  /** The words before a colon on a line of their own were taken for more of the value above. */
  private int startOfWords() {
    int start = file.offset(file.lineOf(at), 1);
    if (text.charAt(at) != ':' || start <= stumble.opened) {
      return at;
    }
    while (text.charAt(start) == ' ') {
      start++;
    }
    return start;
  }

  Problem strangeStart() {
    int point = at < text.length() ? text.codePointAt(at) : ' ';
    if (point == '\t') {
      return stumble.atCharacter(at, "a tab cannot indent YAML; use blanks");
    }
    return stumble.atRest(
        at, "a value cannot begin with " + Character.toString(point) + "; quote it");
  }

  Problem unknownEscape() {
    return stumble.atCharacter(
        at,
        "\\"
            + stumble.charAt(at)
            + " means nothing in double quotes; write \\\\ for a backslash, or use single quotes");
  }

  /** A value was to come, and something else did. */
  Problem missingContent() {
    int opening = nothingFollows() ? lastOpenBracket() : -1;
    if (opening >= 0) {
      return neverClosed(opening);
    }
    char c = stumble.charAt(at);
    return stumble.atCharacter(
        at,
        switch (c) {
          case ']', '}' -> "there is no open bracket that this " + c + " could close";
          case ',' -> "a value is missing before this comma";
          default -> "a value is missing before " + stumble.quoted(at);
        });
  }

  /** The innermost bracket that is open at the end; below 0 where all are closed. */
  private int lastOpenBracket() {
    int closed = 0;
    for (int i = at - 1; i >= stumble.chunk.from(); i--) {
      char c = text.charAt(i);
      if (c == ']' || c == '}') {
        closed++;
      } else if ((c == '[' || c == '{') && closed-- == 0) {
        return i;
      }
    }
    return -1;
  }

  Problem brokenSign() {
    char sign = stumble.charAt(stumble.opened);
    return stumble.atRest(
        stumble.opened,
        "a value that begins with "
            + sign
            + (sign == '*' ? " is an alias" : " is an anchor")
            + "; quote it if it is text");
  }
}
