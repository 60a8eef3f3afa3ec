package foresail.script.syntax;

import foresail.script.syntax.WordPart.CommandSubstitution;
import foresail.script.syntax.WordPart.ProcessSubstitution;
import java.util.Optional;

/** Reads the commands that stand within a word. */
final class SubstitutionReader {
  private final Cursor cursor;

  SubstitutionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** {@code $(...)}, whose first two characters begin at {@code at} and are taken. */
  CommandSubstitution command(int at) {
    return new CommandSubstitution(at, nested(at));
  }

  /** The commands up to the closing parenthesis, which is taken. */
  private Program nested(int at) {
    cursor.enter();
    var lines = new Parser(cursor).untilParenthesis(at);
    cursor.leave();
    return new Program(lines, Optional.empty());
  }

  /** {@code <(...)} or {@code >(...)}, at the cursor. */
  ProcessSubstitution process() {
    int at = cursor.at();
    boolean reads = cursor.peek() == '<';
    cursor.position += 2;
    return new ProcessSubstitution(at, reads, nested(at));
  }

  /** A command between backticks, at the cursor. */
  CommandSubstitution backticks(boolean quoted) {
    int at = cursor.at();
    cursor.position++;
    var inner = new StringBuilder();
    while (cursor.peek() != '`') {
      if (cursor.ended()) {
        throw new Refused(at, "unterminated backtick", true);
      }
      char next = cursor.peek(1);
      if (cursor.peek() == '\\'
          && (next == '`' || next == '\\' || next == '$' || (quoted && next == '"'))) {
        cursor.position++;
      }
      inner.append(cursor.peek());
      cursor.position++;
    }
    cursor.position++;
    cursor.enter();
    var own = new Cursor(inner.toString(), cursor.dialect, at + 1, cursor.depth());
    var lines = new Parser(own).untilEnd();
    cursor.leave();
    return new CommandSubstitution(at, new Program(lines, Optional.empty()));
  }
}
