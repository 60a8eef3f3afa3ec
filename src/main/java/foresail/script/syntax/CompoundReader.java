package foresail.script.syntax;

import foresail.script.syntax.Command.ArithmeticFor;
import foresail.script.syntax.Command.Branch;
import foresail.script.syntax.Command.Case;
import foresail.script.syntax.Command.Clause;
import foresail.script.syntax.Command.ClauseEnd;
import foresail.script.syntax.Command.FunctionDefinition;
import foresail.script.syntax.Command.If;
import foresail.script.syntax.Command.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads if, loops, case, functions, groups, subshells, {@code [[ ]]} and {@code (( ))}. */
final class CompoundReader {
  private final Parser parser;
  private final Lexer lexer;
  private final Cursor cursor;

  CompoundReader(Parser parser, Lexer lexer, Cursor cursor) {
    this.parser = parser;
    this.lexer = lexer;
    this.cursor = cursor;
  }

  /** Reads a compound command, or returns null where none begins. */
  Command read() {
    var token = lexer.peek();
    if (token.is("(")) {
      return parenthesis();
    }
    if (token.kind() != Token.Kind.WORD) {
      return null;
    }
    return switch (token.word().bare().orElse("")) {
      case "if" -> ifCommand();
      case "while" -> loop(false);
      case "until" -> loop(true);
      case "for" -> forCommand();
      case "case" -> caseCommand();
      case "{" -> group();
      case "[[" -> conditional();
      case "function" -> functionKeyword();
      case "select", "coproc" ->
          throw new Refused(
              token.at(), "\"" + token.word().bare().orElse("") + "\" is not read", false);
      default -> null;
    };
  }

  private Command parenthesis() {
    int at = lexer.next().at();
    var raw = lexer.cursor();
    if (raw.peek() == '(') {
      int start = raw.position;
      raw.position++;
      try {
        return new Command.ArithmeticCommand(at, lexer.words().arithmetic("))"));
      } catch (Refused notArithmetic) {
        raw.position = start;
      }
    }
    var body = parser.filledList();
    close(")", at);
    return new Command.Subshell(at, body);
  }

  private void close(String operator, int opened) {
    if (!lexer.peek().is(operator)) {
      throw lexer.peek().kind() == Token.Kind.END
          ? new Refused(opened, "unterminated (", true)
          : parser.unexpected(lexer.peek());
    }
    lexer.next();
  }

  private Command group() {
    int at = lexer.next().at();
    var body = parser.filledList();
    parser.expect("}");
    return new Command.Group(at, body);
  }

  private Command ifCommand() {
    int at = lexer.next().at();
    var branches = new ArrayList<Branch>();
    do {
      var condition = parser.filledList();
      parser.expect("then");
      branches.add(new Branch(condition, parser.filledList()));
    } while (parser.keyword("elif"));
    Optional<Command> otherwise =
        parser.keyword("else") ? Optional.of(parser.filledList()) : Optional.empty();
    parser.expect("fi");
    return new If(at, branches, otherwise);
  }

  private Command loop(boolean until) {
    int at = lexer.next().at();
    var condition = parser.filledList();
    return new Loop(at, until, condition, body());
  }

  private Command body() {
    parser.expect("do");
    var body = parser.filledList();
    parser.expect("done");
    return body;
  }

  private Command forCommand() {
    int at = lexer.next().at();
    var raw = lexer.cursor();
    raw.skipBlanks();
    if (raw.looksAt("((")) {
      return arithmeticFor(at, raw);
    }
    var name = lexer.next();
    if (name.kind() != Token.Kind.WORD || !isName(name.word().bare().orElse(""))) {
      throw parser.unexpected(name);
    }
    parser.skipLineEnds();
    Optional<List<Word>> words = Optional.empty();
    if (parser.keyword("in")) {
      var list = new ArrayList<Word>();
      while (lexer.peek().kind() == Token.Kind.WORD) {
        list.addAll(Braces.expand(lexer.next().word(), cursor.dialect));
      }
      words = Optional.of(list);
    }
    separator();
    return new Command.For(at, name.word().bare().orElse(""), words, bodyOrBraces());
  }

  private void separator() {
    if (lexer.peek().is(";")) {
      lexer.next();
    }
    parser.skipLineEnds();
  }

  /** bash allows braces in place of do and done. */
  private Command bodyOrBraces() {
    return parser.isKeyword("{") ? group() : body();
  }

  private Command arithmeticFor(int at, Cursor raw) {
    raw.position += 2;
    var start = lexer.words().arithmetic(";");
    var condition = lexer.words().arithmetic(";");
    var step = lexer.words().arithmetic("))");
    separator();
    return new ArithmeticFor(at, start, condition, step, bodyOrBraces());
  }

  private Command caseCommand() {
    int at = lexer.next().at();
    var subject = lexer.next();
    if (subject.kind() != Token.Kind.WORD) {
      throw parser.unexpected(subject);
    }
    parser.skipLineEnds();
    parser.expect("in");
    var clauses = new ArrayList<Clause>();
    parser.skipLineEnds();
    while (!parser.isKeyword("esac")) {
      clauses.add(clause());
      parser.skipLineEnds();
    }
    lexer.next();
    return new Case(at, subject.word(), clauses);
  }

  private Clause clause() {
    if (lexer.peek().is("(")) {
      lexer.next();
    }
    var patterns = new ArrayList<Word>();
    do {
      var pattern = lexer.next();
      if (pattern.kind() != Token.Kind.WORD) {
        throw parser.unexpected(pattern);
      }
      patterns.add(pattern.word());
    } while (takes("|"));
    if (!takes(")")) {
      throw parser.unexpected(lexer.peek());
    }
    var body = parser.list();
    var end = ClauseEnd.LEAVE;
    if (takes(";&")) {
      end = ClauseEnd.RUN_NEXT;
    } else if (takes(";;&")) {
      end = ClauseEnd.TRY_NEXT;
    } else if (!takes(";;") && !parser.isKeyword("esac")) {
      throw parser.unexpected(lexer.peek());
    }
    return new Clause(patterns, body, end);
  }

  private boolean takes(String operator) {
    if (!lexer.peek().is(operator)) {
      return false;
    }
    lexer.next();
    return true;
  }

  private Command conditional() {
    int at = lexer.next().at();
    var condition = new ConditionReader(parser, lexer).read();
    parser.expect("]]");
    return new Command.Conditional(at, condition);
  }

  private Command functionKeyword() {
    int at = lexer.next().at();
    var name = lexer.next();
    var text = name.word().constant().orElse("");
    if (name.kind() != Token.Kind.WORD || text.isEmpty()) {
      throw parser.unexpected(name);
    }
    if (takes("(")) {
      close(")", at);
    }
    return new FunctionDefinition(at, text, parser.functionBody());
  }

  /** {@code name() body}: the name was read as a simple command. */
  Command function(Command name) {
    var open = lexer.peek();
    if (!(name instanceof Command.Simple simple)
        || simple.words().size() != 1
        || !simple.assignments().isEmpty()
        || simple.words().get(0).bare().isEmpty()) {
      throw parser.unexpected(open);
    }
    lexer.next();
    if (!takes(")")) {
      throw parser.unexpected(lexer.peek());
    }
    return new FunctionDefinition(
        name.at(), simple.words().get(0).bare().orElseThrow(), parser.functionBody());
  }

  private static boolean isName(String text) {
    if (text.isEmpty() || !WordReader.isNameStart(text.charAt(0))) {
      return false;
    }
    return text.chars().allMatch(c -> WordReader.isNameStart((char) c) || c >= '0' && c <= '9');
  }
}
