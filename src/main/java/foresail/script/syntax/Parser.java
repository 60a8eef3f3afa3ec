package foresail.script.syntax;

import foresail.script.syntax.Command.AndOr;
import foresail.script.syntax.Command.Entry;
import foresail.script.syntax.Command.Link;
import foresail.script.syntax.Command.Pipeline;
import foresail.script.syntax.Command.Redirected;
import foresail.script.syntax.Command.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads lists, pipelines and what they are made of, by recursive descent. */
public final class Parser {
  /** Keywords that end a list; only the compound command they belong to may take them. */
  private static final Set<String> CLOSERS =
      Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");

  private final Lexer lexer;
  private final Cursor cursor;
  private final SimpleReader simple;
  private final CompoundReader compound;

  Parser(Cursor cursor) {
    this.cursor = cursor;
    this.lexer = new Lexer(cursor);
    this.simple = new SimpleReader(lexer, cursor);
    this.compound = new CompoundReader(this, lexer, cursor);
  }

  /** Reads a whole script; never throws on account of its text. */
  public static Program parse(String text, Dialect dialect) {
    var parser = new Parser(new Cursor(text, dialect, 0, 0));
    var lines = new ArrayList<Command>();
    try {
      parser.lines(lines);
      return new Program(lines, Optional.empty());
    } catch (Refused refused) {
      return new Program(lines, Optional.of(refused.problem()));
    } catch (StackOverflowError tooDeep) {
      // The depth limit should come first; a caller's small thread stack must not end the program.
      return new Program(
          lines, Optional.of(new SyntaxProblem(cursorEnd(text), "nested too deeply", false)));
    }
  }

  private static int cursorEnd(String text) {
    return text.length();
  }

  List<Command> untilEnd() {
    var lines = new ArrayList<Command>();
    lines(lines);
    return lines;
  }

  /** Reads the inside of {@code $(...)} and takes the parenthesis. */
  List<Command> untilParenthesis(int at) {
    var body = list();
    if (!lexer.peek().is(")")) {
      throw lexer.peek().kind() == Token.Kind.END
          ? new Refused(at, "unterminated $(", true)
          : unexpected(lexer.peek());
    }
    lexer.next();
    return body.entries().isEmpty() ? List.of() : List.of(body);
  }

  private void lines(List<Command> lines) {
    while (true) {
      skipLineEnds();
      if (lexer.peek().kind() == Token.Kind.END) {
        return;
      }
      var entries = new ArrayList<Entry>();
      int at = lexer.peek().at();
      do {
        entries.add(entry());
      } while (!atLineEnd());
      lines.add(new Sequence(at, entries));
    }
  }

  private boolean atLineEnd() {
    var kind = lexer.peek().kind();
    return kind == Token.Kind.LINE_END || kind == Token.Kind.END;
  }

  /** Commands up to a closing keyword or parenthesis; may be empty. */
  Sequence list() {
    skipLineEnds();
    int at = lexer.peek().at();
    var entries = new ArrayList<Entry>();
    while (!closes(lexer.peek())) {
      entries.add(entry());
      skipLineEnds();
    }
    return new Sequence(at, entries);
  }

  /** As {@link #list}, where a shell insists on at least one command. */
  Sequence filledList() {
    var list = list();
    if (list.entries().isEmpty()) {
      throw unexpected(lexer.peek());
    }
    return list;
  }

  private boolean closes(Token token) {
    return switch (token.kind()) {
      case END -> true;
      case LINE_END -> false;
      case OPERATOR -> token.is(")") || token.text().startsWith(";;") || token.is(";&");
      case WORD -> token.word().bare().filter(CLOSERS::contains).isPresent();
    };
  }

  private Entry entry() {
    var command = andOr();
    var token = lexer.peek();
    if (token.is("&")) {
      lexer.next();
      return new Entry(command, true);
    }
    if (token.is(";")) {
      lexer.next();
    } else if (!atLineEnd() && !closes(token)) {
      throw unexpected(token);
    }
    return new Entry(command, false);
  }

  private Command andOr() {
    int at = lexer.peek().at();
    var first = pipeline();
    var links = new ArrayList<Link>();
    while (lexer.peek().is("&&") || lexer.peek().is("||")) {
      boolean and = lexer.next().is("&&");
      skipLineEnds();
      links.add(new Link(and, pipeline()));
    }
    return links.isEmpty() ? first : new AndOr(at, first, links);
  }

  private Command pipeline() {
    int at = lexer.peek().at();
    boolean negated = false;
    while (keyword("!")) {
      negated = !negated;
    }
    var stages = new ArrayList<Command>();
    stages.add(command());
    while (lexer.peek().is("|") || lexer.peek().is("|&")) {
      if (lexer.next().is("|&")) {
        stages.add(simple.errorsIntoPipe(stages.remove(stages.size() - 1)));
      }
      skipLineEnds();
      stages.add(command());
    }
    return negated || stages.size() > 1 ? new Pipeline(at, negated, stages) : stages.get(0);
  }

  private Command command() {
    cursor.enter();
    var token = lexer.peek();
    if (token.kind() == Token.Kind.END || token.kind() == Token.Kind.LINE_END || closes(token)) {
      throw unexpected(token);
    }
    var command = compound.read();
    if (command == null) {
      command = simple.read();
      if (lexer.peek().is("(")) {
        command = compound.function(command);
      }
    } else if (!(command instanceof Command.FunctionDefinition)) {
      var redirections = simple.redirections();
      if (!redirections.isEmpty()) {
        command = new Redirected(command.at(), command, redirections);
      }
    }
    cursor.leave();
    return command;
  }

  /** The body of a function: any compound command. */
  Command functionBody() {
    skipLineEnds();
    var token = lexer.peek();
    var body = command();
    if (body instanceof Command.Simple) {
      throw unexpected(token);
    }
    return body;
  }

  void skipLineEnds() {
    while (lexer.peek().kind() == Token.Kind.LINE_END) {
      lexer.next();
    }
  }

  /** Takes the keyword if it stands next. */
  boolean keyword(String keyword) {
    if (!isKeyword(keyword)) {
      return false;
    }
    lexer.next();
    return true;
  }

  boolean isKeyword(String keyword) {
    var token = lexer.peek();
    return token.kind() == Token.Kind.WORD
        && token.word().bare().filter(keyword::equals).isPresent();
  }

  void expect(String keyword) {
    if (!keyword(keyword)) {
      throw new Refused(
          lexer.peek().at(), "expected \"" + keyword + "\" before " + lexer.peek().shown(), true);
    }
  }

  Refused unexpected(Token token) {
    return new Refused(token.at(), "unexpected " + token.shown(), true);
  }
}
