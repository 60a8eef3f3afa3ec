package foresail.script.syntax;

import java.util.List;

/** Cuts a script into words and operators, with one token of look-ahead. */
final class Lexer {
  /** Longest first. */
  private static final String[] OPERATORS = {
    "<<<", "<<-", "&>>", ";;&", "&&", "||", ";;", ";&", "|&", "<<", ">>", "<&", ">&", "<>", ">|",
    "&>", ";", "&", "|", "(", ")", "<", ">"
  };

  private final Cursor cursor;
  private final WordReader words;
  private Token ahead;

  Lexer(Cursor cursor) {
    this.cursor = cursor;
    this.words = new WordReader(cursor);
  }

  Token peek() {
    if (ahead == null) {
      ahead = read();
    }
    return ahead;
  }

  Token next() {
    var token = peek();
    ahead = null;
    return token;
  }

  /** For readers of raw text: only right after {@link #next}, before any {@link #peek}. */
  Cursor cursor() {
    if (ahead != null) {
      throw new AssertionError("a token was read ahead");
    }
    return cursor;
  }

  WordReader words() {
    return words;
  }

  private Token read() {
    int before = cursor.position;
    cursor.skipBlanks();
    if (cursor.peek() == '#') {
      while (!cursor.ended() && cursor.peek() != '\n') {
        cursor.position++;
      }
    }
    boolean glued = cursor.position == before;
    int at = cursor.at();
    if (cursor.ended()) {
      return new Token(Token.Kind.END, at, "", none(at), -1, glued);
    }
    if (cursor.peek() == '\n') {
      cursor.skipLineEnd();
      return new Token(Token.Kind.LINE_END, at, "\n", none(at), -1, glued);
    }
    if (cursor.looksAt("\r\n")) {
      cursor.position++;
      cursor.skipLineEnd();
      return new Token(Token.Kind.LINE_END, at, "\n", none(at), -1, glued);
    }
    int descriptor = descriptor();
    if (!processSubstitution()) {
      for (var operator : OPERATORS) {
        if (cursor.skip(operator)) {
          return new Token(Token.Kind.OPERATOR, at, operator, none(at), descriptor, glued);
        }
      }
    }
    return new Token(Token.Kind.WORD, at, "", words.word(), -1, glued);
  }

  private boolean processSubstitution() {
    return (cursor.peek() == '<' || cursor.peek() == '>') && cursor.peek(1) == '(';
  }

  /** Digits count as a descriptor only directly before a redirection. */
  private int descriptor() {
    int length = 0;
    while (Character.isDigit(cursor.peek(length)) && length < 4) {
      length++;
    }
    char behind = cursor.peek(length);
    if (length == 0 || (behind != '<' && behind != '>')) {
      return -1;
    }
    int number = Integer.parseInt(cursor.text, cursor.position, cursor.position + length, 10);
    cursor.position += length;
    return number;
  }

  private static Word none(int at) {
    return new Word(at, List.of());
  }
}
