package foresail.script.syntax;

import java.util.Set;

/** Reads the inside of {@code [[ ]]}. */
final class ConditionReader {
  private static final Set<String> UNARY =
      Set.of(
          "-a", "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-k", "-L", "-n", "-o", "-O", "-G", "-N",
          "-p", "-r", "-s", "-S", "-t", "-u", "-v", "-w", "-x", "-z");
  private static final Set<String> BINARY =
      Set.of(
          "=", "==", "!=", "=~", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot",
          "-ef");

  private final Parser parser;
  private final Lexer lexer;

  ConditionReader(Parser parser, Lexer lexer) {
    this.parser = parser;
    this.lexer = lexer;
  }

  Condition read() {
    parser.skipLineEnds();
    var left = and();
    while (lexer.peek().is("||")) {
      lexer.next();
      parser.skipLineEnds();
      left = new Condition.Or(left, and());
    }
    parser.skipLineEnds();
    return left;
  }

  private Condition and() {
    var left = not();
    while (lexer.peek().is("&&")) {
      lexer.next();
      parser.skipLineEnds();
      left = new Condition.And(left, not());
    }
    return left;
  }

  private Condition not() {
    boolean negated = false;
    while (parser.keyword("!")) {
      negated = !negated;
    }
    var primary = primary();
    return negated ? new Condition.Not(primary) : primary;
  }

  private Condition primary() {
    if (lexer.peek().is("(")) {
      lexer.next();
      var inner = read();
      if (!lexer.peek().is(")")) {
        throw parser.unexpected(lexer.peek());
      }
      lexer.next();
      return inner;
    }
    if (parser.isKeyword("]]")) {
      throw parser.unexpected(lexer.peek());
    }
    var first = operand();
    if (first.bare().filter(UNARY::contains).isPresent()
        && lexer.peek().kind() == Token.Kind.WORD
        && !parser.isKeyword("]]")
        && !BINARY.contains(lexer.peek().word().bare().orElse(""))) {
      return new Condition.Unary(first.bare().orElseThrow(), operand());
    }
    var next = lexer.peek();
    var operator = next.kind() == Token.Kind.WORD ? next.word().bare().orElse("") : next.text();
    if (!BINARY.contains(operator)) {
      return new Condition.Unary("-n", first);
    }
    lexer.next();
    if (operator.equals("=~")) {
      // The expression is read raw: its parentheses are no operators.
      lexer.cursor();
      return new Condition.Binary(first, operator, lexer.words().regex());
    }
    return new Condition.Binary(first, operator, operand());
  }

  private Word operand() {
    var token = lexer.next();
    if (token.kind() != Token.Kind.WORD) {
      throw parser.unexpected(token);
    }
    return token.word();
  }
}
