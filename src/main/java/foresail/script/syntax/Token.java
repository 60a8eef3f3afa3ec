package foresail.script.syntax;

/**
 * What the lexer hands to the parser.
 *
 * @param text the operator; a line end is an operator; empty at the end of the script
 * @param word the word, where {@code kind} is WORD, else an empty one
 * @param descriptor the number before a redirection, -1 without
 * @param glued true if no blank stands before it
 */
record Token(Kind kind, int at, String text, Word word, int descriptor, boolean glued) {
  enum Kind {
    WORD,
    OPERATOR,
    LINE_END,
    END
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** How the token is named in a message. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the script";
      case LINE_END -> "the end of the line";
      case OPERATOR -> "\"" + text + "\"";
      case WORD -> word.bare().map(bare -> "\"" + bare + "\"").orElse("a word");
    };
  }
}
