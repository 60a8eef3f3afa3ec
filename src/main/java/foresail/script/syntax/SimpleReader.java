package foresail.script.syntax;

import foresail.script.syntax.Command.Redirected;
import foresail.script.syntax.Command.Simple;
import foresail.script.syntax.Redirection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads simple commands: assignments, words, redirections. */
final class SimpleReader {
  /** Commands whose operands may be assignments, arrays among them. */
  private static final Set<String> DECLARATIONS =
      Set.of("export", "local", "readonly", "declare", "typeset");

  private final Lexer lexer;
  private final Cursor cursor;

  SimpleReader(Lexer lexer, Cursor cursor) {
    this.lexer = lexer;
    this.cursor = cursor;
  }

  Simple read() {
    int at = lexer.peek().at();
    var assignments = new ArrayList<Assignment>();
    var words = new ArrayList<Word>();
    var redirections = new ArrayList<Redirection>();
    while (true) {
      var token = lexer.peek();
      if (token.kind() == Token.Kind.WORD) {
        var assignment = words.isEmpty() ? assignment(token.word()) : Optional.<Assignment>empty();
        lexer.next();
        if (assignment.isPresent()) {
          assignments.add(array(assignment.get()));
        } else {
          words.addAll(Braces.expand(token.word(), cursor.dialect));
        }
      } else if (redirects(token)) {
        redirections.add(redirection());
      } else if (token.is("(") && token.glued() && declaresArray(words)) {
        // local a=(x y): the array's words, kept as one word.
        skipArray();
      } else {
        break;
      }
    }
    if (assignments.isEmpty() && words.isEmpty() && redirections.isEmpty()) {
      throw new Refused(at, "unexpected " + lexer.peek().shown(), true);
    }
    return new Simple(at, assignments, words, redirections);
  }

  private static boolean declaresArray(List<Word> words) {
    if (words.size() < 2 || words.get(0).bare().filter(DECLARATIONS::contains).isEmpty()) {
      return false;
    }
    var last = words.get(words.size() - 1).bare();
    return last.isPresent() && last.get().endsWith("=");
  }

  private void skipArray() {
    throw new Refused(lexer.peek().at(), "an array in a declaration is not read", false);
  }

  /** Splits {@code name=value}, {@code name+=value}, {@code name[i]=value}. */
  private Optional<Assignment> assignment(Word word) {
    if (word.parts().isEmpty() || !(word.parts().get(0) instanceof WordPart.Literal)) {
      return Optional.empty();
    }
    var text = ((WordPart.Literal) word.parts().get(0)).text();
    int name = 0;
    while (name < text.length()
        && (WordReader.isNameStart(text.charAt(name))
            || (name > 0 && WordReader.isDigit(text.charAt(name))))) {
      name++;
    }
    if (name == 0 || name == text.length()) {
      return Optional.empty();
    }
    return text.charAt(name) == '['
        ? element(word, name)
        : value(word, text, name, name, 0, Optional.empty());
  }

  /** {@code name[index]=value}; the index may hold expansions, so it may span parts. */
  private Optional<Assignment> element(Word word, int name) {
    var index = new ArrayList<WordPart>();
    for (int i = 0; i < word.parts().size(); i++) {
      if (!(word.parts().get(i) instanceof WordPart.Literal literal)) {
        index.add(word.parts().get(i));
        continue;
      }
      int from = i == 0 ? name + 1 : 0;
      int close = literal.text().indexOf(']', from);
      if (close >= 0) {
        index.add(new WordPart.Literal(literal.text().substring(from, close)));
        var key = new Word(word.at() + name + 1, index);
        return value(word, literal.text(), close + 1, name, i, Optional.of(key));
      }
      index.add(new WordPart.Literal(literal.text().substring(from)));
    }
    return Optional.empty();
  }

  private Optional<Assignment> value(
      Word word, String text, int sign, int name, int part, Optional<Word> index) {
    boolean append = text.startsWith("+=", sign);
    if (!append && !text.startsWith("=", sign)) {
      return Optional.empty();
    }
    int start = sign + (append ? 2 : 1);
    var parts = new ArrayList<WordPart>();
    if (start < text.length()) {
      parts.add(new WordPart.Literal(text.substring(start)));
    }
    parts.addAll(word.parts().subList(part + 1, word.parts().size()));
    var first = ((WordPart.Literal) word.parts().get(0)).text();
    var value = new Word(word.at() + start, parts);
    return Optional.of(
        new Assignment(
            word.at(), first.substring(0, name), index, append, value, Optional.empty()));
  }

  /** {@code name=( ... )}: the parenthesis must touch the sign. */
  private Assignment array(Assignment assignment) {
    if (!assignment.value().parts().isEmpty() || !lexer.peek().is("(") || !lexer.peek().glued()) {
      return assignment;
    }
    lexer.next();
    var elements = new ArrayList<Word>();
    while (!lexer.peek().is(")")) {
      var token = lexer.next();
      if (token.kind() == Token.Kind.WORD) {
        elements.addAll(Braces.expand(token.word(), cursor.dialect));
      } else if (token.kind() != Token.Kind.LINE_END) {
        throw new Refused(token.at(), "unexpected " + token.shown(), true);
      }
    }
    lexer.next();
    return new Assignment(
        assignment.at(),
        assignment.name(),
        assignment.index(),
        assignment.append(),
        assignment.value(),
        Optional.of(elements));
  }

  List<Redirection> redirections() {
    var redirections = new ArrayList<Redirection>();
    while (redirects(lexer.peek())) {
      redirections.add(redirection());
    }
    return redirections;
  }

  private static boolean redirects(Token token) {
    return token.kind() == Token.Kind.OPERATOR
        && (token.text().startsWith("<")
            || token.text().startsWith(">")
            || token.text().startsWith("&>"));
  }

  private Redirection redirection() {
    var operator = lexer.next();
    var target = lexer.next();
    if (target.kind() != Token.Kind.WORD) {
      throw new Refused(target.at(), "unexpected " + target.shown() + " after a redirection", true);
    }
    int given = operator.descriptor();
    int out = given < 0 ? 1 : given;
    int in = given < 0 ? 0 : given;
    int at = operator.at();
    var word = target.word();
    return switch (operator.text()) {
      case ">", ">|" -> new Redirection(at, out, Kind.WRITE, word);
      case ">>" -> new Redirection(at, out, Kind.APPEND, word);
      case "<" -> new Redirection(at, in, Kind.READ, word);
      case "<>" -> new Redirection(at, in, Kind.READ_WRITE, word);
      case "&>" -> new Redirection(at, 1, Kind.WRITE_BOTH, word);
      case "&>>" -> new Redirection(at, 1, Kind.APPEND_BOTH, word);
      case ">&" -> duplicate(at, given, out, word);
      case "<&" -> new Redirection(at, in, Kind.DUPLICATE, word);
      case "<<<" -> new Redirection(at, in, Kind.HERE_STRING, word);
      default -> hereDocument(at, in, operator.text().equals("<<-"), word);
    };
  }

  /** {@code >&2} duplicates, {@code >&file} is bash's older form of {@code &>file}. */
  private static Redirection duplicate(int at, int given, int descriptor, Word word) {
    var constant = word.constant();
    boolean file =
        given < 0
            && constant.isPresent()
            && !constant.get().equals("-")
            && !constant.get().chars().allMatch(c -> c >= '0' && c <= '9');
    return file
        ? new Redirection(at, 1, Kind.WRITE_BOTH, word)
        : new Redirection(at, descriptor, Kind.DUPLICATE, word);
  }

  private Redirection hereDocument(int at, int descriptor, boolean dropTabs, Word delimiter) {
    var end = delimiter.constant().orElse("");
    boolean quoted = delimiter.bare().isEmpty();
    var body = cursor.hereDocument(end, dropTabs);
    if (quoted) {
      var word = new Word(at, List.of(new WordPart.Quoted(body)));
      return new Redirection(at, descriptor, Kind.HERE_DOCUMENT, word);
    }
    cursor.enter();
    var own = new Cursor(body, cursor.dialect, at, cursor.depth());
    var word = new WordReader(own).hereDocument();
    cursor.leave();
    return new Redirection(at, descriptor, Kind.HERE_DOCUMENT, word);
  }

  /** {@code a |& b} is {@code a 2>&1 | b}. */
  Command errorsIntoPipe(Command command) {
    int at = command.at();
    var one = new Word(at, List.of(new WordPart.Literal("1")));
    return new Redirected(at, command, List.of(new Redirection(at, 2, Kind.DUPLICATE, one)));
  }
}
