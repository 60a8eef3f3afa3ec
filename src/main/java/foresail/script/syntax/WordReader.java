package foresail.script.syntax;

import foresail.script.syntax.WordPart.ArithmeticExpansion;
import foresail.script.syntax.WordPart.DoubleQuoted;
import foresail.script.syntax.WordPart.Parameter;
import foresail.script.syntax.WordPart.Quoted;
import java.util.List;
import java.util.Optional;

/** Reads one word: quotes and {@code $} expansions. */
final class WordReader {
  private static final String ENDS_WORD = " \t\n;&|<>()";
  private static final String SPECIAL_PARAMETERS = "@*#?-$!";

  private final Cursor cursor;
  private final SubstitutionReader substitutions;

  WordReader(Cursor cursor) {
    this.cursor = cursor;
    this.substitutions = new SubstitutionReader(cursor);
  }

  /** A word of a command; at least one character is taken. */
  Word word() {
    int at = cursor.at();
    var parts = new WordParts();
    if ((cursor.peek() == '<' || cursor.peek() == '>') && cursor.peek(1) == '(') {
      parts.add(substitutions.process());
    }
    while (!cursor.ended() && ENDS_WORD.indexOf(cursor.peek()) < 0 && !cursor.looksAt("\r\n")) {
      part(parts, false);
    }
    return new Word(at, parts.list());
  }

  /** A regular expression behind {@code =~}: parentheses and bars are part of it. */
  Word regex() {
    cursor.skipBlanks();
    int at = cursor.at();
    var parts = new WordParts();
    int open = 0;
    while (!cursor.ended()) {
      char c = cursor.peek();
      if (c == '\n' || (open == 0 && (c == ' ' || c == '\t'))) {
        break;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      part(parts, false);
    }
    return new Word(at, parts.list());
  }

  /**
   * A word inside <code>${...}</code>, up to one of {@code ends} (not taken).
   *
   * @param quoted the whole stands in double quotes, where single quotes are plain characters
   */
  Word until(String ends, boolean quoted) {
    int at = cursor.at();
    var parts = new WordParts();
    while (true) {
      if (cursor.ended()) {
        throw new Refused(at, "unterminated ${", true);
      }
      if (ends.indexOf(cursor.peek()) >= 0) {
        return new Word(at, parts.list());
      }
      part(parts, quoted);
    }
  }

  /**
   * The text between {@code ((} and {@code ))}, or up to {@code ends} at depth 0; expanded later.
   */
  Word arithmetic(String ends) {
    int at = cursor.at();
    var parts = new WordParts();
    int open = 0;
    while (true) {
      if (cursor.ended()) {
        throw new Refused(at, "unterminated arithmetic", true);
      }
      if (open == 0 && cursor.looksAt(ends)) {
        cursor.position += ends.length();
        return new Word(at, parts.list());
      }
      char c = cursor.peek();
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) {
        throw new Refused(cursor.at(), "unexpected ) in arithmetic", true);
      }
      if (c == '$' || c == '`' || c == '\\') {
        part(parts, true);
      } else {
        cursor.position++;
        if (c != '"') {
          parts.literal(c);
        }
      }
    }
  }

  /** The body of a here-document whose delimiter was not quoted. */
  Word hereDocument() {
    int at = cursor.at();
    var parts = new WordParts();
    while (!cursor.ended()) {
      char c = cursor.peek();
      if (c == '"') {
        cursor.position++;
        parts.quoted("\"");
      } else if (c == '\\' && cursor.peek(1) == '"') {
        cursor.position += 2;
        parts.quoted("\\\"");
      } else {
        part(parts, true);
      }
    }
    return new Word(at, List.of(new DoubleQuoted(parts.list())));
  }

  private void part(WordParts parts, boolean quoted) {
    char c = cursor.peek();
    switch (c) {
      case '\\' -> backslash(parts, quoted);
      case '\'' -> {
        cursor.position++;
        if (quoted) {
          parts.quoted("'");
          break;
        }
        parts.add(new Quoted(upTo("'", "unterminated single quote")));
      }
      case '"' -> parts.add(doubleQuoted());
      case '$' -> dollar(parts, quoted);
      case '`' -> parts.add(substitutions.backticks(quoted));
      default -> {
        cursor.position++;
        if (quoted) {
          parts.quoted(String.valueOf(c));
        } else {
          parts.literal(c);
        }
      }
    }
  }

  private void backslash(WordParts parts, boolean quoted) {
    char next = cursor.peek(1);
    if (cursor.looksAt("\\\n")) {
      cursor.position += 2;
    } else if (cursor.position + 1 >= cursor.text.length()) {
      cursor.position++;
      parts.quoted("\\");
    } else if (quoted && "$`\"\\}".indexOf(next) < 0) {
      cursor.position += 2;
      parts.quoted("\\" + next);
    } else {
      cursor.position += 2;
      parts.quoted(String.valueOf(next));
    }
  }

  private DoubleQuoted doubleQuoted() {
    int at = cursor.at();
    cursor.enter();
    cursor.position++;
    var parts = new WordParts();
    while (cursor.peek() != '"') {
      if (cursor.ended()) {
        throw new Refused(at, "unterminated double quote", true);
      }
      char c = cursor.peek();
      if (c == '\\' && cursor.peek(1) == '}') {
        cursor.position += 2;
        parts.quoted("\\}");
      } else {
        part(parts, true);
      }
    }
    cursor.position++;
    cursor.leave();
    return new DoubleQuoted(parts.list());
  }

  private void dollar(WordParts parts, boolean quoted) {
    int at = cursor.at();
    char next = cursor.peek(1);
    if (cursor.looksAt("$((")) {
      int start = cursor.position;
      cursor.position += 3;
      try {
        parts.add(new ArithmeticExpansion(at, arithmetic("))")));
      } catch (Refused notArithmetic) {
        // $((a) | b) is a substitution that begins with a subshell.
        cursor.position = start + 2;
        parts.add(substitutions.command(at));
      }
    } else if (next == '(') {
      cursor.position += 2;
      parts.add(substitutions.command(at));
    } else if (next == '{') {
      cursor.position += 2;
      parts.add(new ParameterReader(cursor, this).read(at, quoted));
    } else if (next == '\'' && !quoted) {
      cursor.position += 2;
      parts.add(new Quoted(AnsiQuotes.read(cursor)));
    } else if (next == '"' && !quoted) {
      cursor.position++;
      parts.add(doubleQuoted());
    } else if (isNameStart(next)) {
      cursor.position++;
      parts.add(plain(at, name()));
    } else if (SPECIAL_PARAMETERS.indexOf(next) >= 0 && next != '\0' || Character.isDigit(next)) {
      cursor.position += 2;
      parts.add(plain(at, String.valueOf(next)));
    } else {
      cursor.position++;
      if (quoted) {
        parts.quoted("$");
      } else {
        parts.literal('$');
      }
    }
  }

  private static Parameter plain(int at, String name) {
    return new Parameter(at, name, Optional.empty(), new ParameterOperation.Plain());
  }

  /** Takes the text up to {@code end}, and {@code end}. */
  private String upTo(String end, String message) {
    int found = cursor.text.indexOf(end, cursor.position);
    if (found < 0) {
      throw new Refused(cursor.at() - 1, message, true);
    }
    var text = cursor.text.substring(cursor.position, found);
    cursor.position = found + end.length();
    return text;
  }

  /** A variable's name; empty if none stands here. */
  String name() {
    int start = cursor.position;
    while (isNameStart(cursor.peek()) || (cursor.position > start && isDigit(cursor.peek()))) {
      cursor.position++;
    }
    return cursor.text.substring(start, cursor.position);
  }

  static boolean isNameStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
