package foresail.script.syntax;

import foresail.script.syntax.WordPart.Parameter;
import java.util.Optional;

/** Reads what stands inside <code>${...}</code>. */
final class ParameterReader {
  private static final ParameterOperation PLAIN = new ParameterOperation.Plain();

  private final Cursor cursor;
  private final WordReader words;

  ParameterReader(Cursor cursor, WordReader words) {
    this.cursor = cursor;
    this.words = words;
  }

  /** Reads behind <code>${</code> and takes the closing brace. */
  Parameter read(int at, boolean quoted) {
    cursor.enter();
    var parameter = inner(at, quoted);
    if (!cursor.skip("}")) {
      throw new Refused(at, "bad substitution", true);
    }
    cursor.leave();
    return parameter;
  }

  private Parameter inner(int at, boolean quoted) {
    if (cursor.peek() == '#' && cursor.peek(1) != '}' && lengthOf()) {
      cursor.position++;
      var name = name(at);
      return new Parameter(at, name, index(), new ParameterOperation.Length());
    }
    if (cursor.peek() == '!' && cursor.peek(1) != '}') {
      cursor.position++;
      var name = name(at);
      var index = index();
      return index.isPresent()
          ? new Parameter(at, name, index, new ParameterOperation.Indices())
          : new Parameter(at, name, index, new ParameterOperation.Indirect());
    }
    var name = name(at);
    var index = index();
    return new Parameter(at, name, index, operation(at, quoted));
  }

  /** <code>${#x}</code> is a length, <code>${#-x}</code> and <code>${#:-x}</code> are about $#. */
  private boolean lengthOf() {
    char next = cursor.peek(1);
    return WordReader.isNameStart(next)
        || WordReader.isDigit(next)
        || ("@*?$!-#".indexOf(next) >= 0 && cursor.peek(2) == '}');
  }

  private String name(int at) {
    char c = cursor.peek();
    if (WordReader.isDigit(c)) {
      int start = cursor.position;
      while (WordReader.isDigit(cursor.peek())) {
        cursor.position++;
      }
      return cursor.text.substring(start, cursor.position);
    }
    if (c != '\0' && "@*#?-$!".indexOf(c) >= 0) {
      cursor.position++;
      return String.valueOf(c);
    }
    var name = words.name();
    if (name.isEmpty()) {
      throw new Refused(at, "bad substitution", true);
    }
    return name;
  }

  private Optional<Word> index() {
    if (!cursor.skip("[")) {
      return Optional.empty();
    }
    var index = words.until("]", true);
    cursor.position++;
    return Optional.of(index);
  }

  private ParameterOperation operation(int at, boolean quoted) {
    char c = cursor.peek();
    return switch (c) {
      case '}' -> PLAIN;
      case ':' -> colon(quoted);
      case '-', '=', '+', '?' -> {
        cursor.position++;
        yield new ParameterOperation.Substitute(c, false, words.until("}", quoted));
      }
      case '#', '%' -> {
        boolean longest = cursor.peek(1) == c;
        cursor.position += longest ? 2 : 1;
        yield new ParameterOperation.Trim(c == '%', longest, words.until("}", false));
      }
      case '/' -> replace(quoted);
      case '^', ',' -> {
        boolean all = cursor.peek(1) == c;
        cursor.position += all ? 2 : 1;
        words.until("}", false);
        yield new ParameterOperation.ChangeCase(c == '^', all);
      }
      case '@' -> throw new Refused(at, "${x@...} is not read", false);
      default -> throw new Refused(at, "bad substitution", true);
    };
  }

  private ParameterOperation colon(boolean quoted) {
    char next = cursor.peek(1);
    if (next != '\0' && "-=+?".indexOf(next) >= 0) {
      cursor.position += 2;
      return new ParameterOperation.Substitute(next, true, words.until("}", quoted));
    }
    cursor.position++;
    var offset = words.until(":}", true);
    if (!cursor.skip(":")) {
      return new ParameterOperation.Substring(offset, Optional.empty());
    }
    return new ParameterOperation.Substring(offset, Optional.of(words.until("}", true)));
  }

  private ParameterOperation replace(boolean quoted) {
    cursor.position++;
    boolean all = cursor.skip("/");
    char anchor = ' ';
    if (!all && (cursor.peek() == '#' || cursor.peek() == '%')) {
      anchor = cursor.peek();
      cursor.position++;
    }
    var pattern = words.until("/}", false);
    var replacement =
        cursor.skip("/") ? words.until("}", quoted) : new Word(cursor.at(), java.util.List.of());
    return new ParameterOperation.Replace(all, anchor, pattern, replacement);
  }
}
