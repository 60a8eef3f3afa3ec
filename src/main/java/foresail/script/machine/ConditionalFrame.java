package foresail.script.machine;

import foresail.script.command.Tests;
import foresail.script.syntax.Condition;
import foresail.script.word.Arithmetic;
import foresail.script.word.Expansion;
import foresail.script.word.ExpansionFailure;
import foresail.script.word.Regex;
import java.util.List;
import java.util.TreeMap;

/** {@code [[ condition ]]}. */
final class ConditionalFrame extends WordFrame {
  private final Condition condition;
  private boolean asked;

  ConditionalFrame(Condition condition) {
    this.condition = condition;
  }

  @Override
  void step(Process process) {
    if (asked) {
      process.pop();
      process.checked(process.status);
      return;
    }
    expand(process, words -> holds(process, words, condition))
        .ifPresent(
            holds -> {
              if (usedUnknown()) {
                asked = true;
                process.push(
                    CommandFrame.unknowable(List.of("[["), -1, SimpleFrame.UNKNOWN_OPERANDS));
              } else {
                process.pop();
                process.checked(holds ? 0 : 1);
              }
            });
  }

  private static boolean holds(Process process, Expansion words, Condition condition) {
    if (condition instanceof Condition.Not not) {
      return !holds(process, words, not.condition());
    } else if (condition instanceof Condition.And and) {
      return holds(process, words, and.left()) && holds(process, words, and.right());
    } else if (condition instanceof Condition.Or or) {
      return holds(process, words, or.left()) || holds(process, words, or.right());
    } else if (condition instanceof Condition.Unary unary) {
      var operand = words.text(unary.operand());
      return unary.operator().equals("-v")
          ? process.shell.variables.get(operand).isPresent()
          : Tests.unary(new Call(process, List.of("[[")), unary.operator(), operand);
    } else if (condition instanceof Condition.Binary binary) {
      return binary(process, words, binary);
    }
    throw new AssertionError(condition);
  }

  private static boolean binary(Process process, Expansion words, Condition.Binary binary) {
    var left = words.text(binary.left());
    return switch (binary.operator()) {
      case "=", "==" -> words.pattern(binary.right()).matches(left);
      case "!=" -> !words.pattern(binary.right()).matches(left);
      case "=~" -> regex(process, left, words.regex(binary.right()));
      case "-eq", "-ne", "-lt", "-le", "-gt", "-ge" -> {
        var scope = new Replay(process);
        yield Tests.compare(
            Arithmetic.evaluate(left, scope),
            binary.operator(),
            Arithmetic.evaluate(words.text(binary.right()), scope));
      }
      default ->
          Tests.binary(
              new Call(process, List.of("[[")),
              left,
              binary.operator(),
              words.text(binary.right()));
    };
  }

  private static boolean regex(Process process, String text, String expression) {
    var regex =
        Regex.of(expression, true, false)
            .orElseThrow(
                () ->
                    ExpansionFailure.unsupported("the expression " + expression + " is not read"));
    var match = regex.match(text, 0);
    var groups = new TreeMap<Integer, String>();
    match.ifPresent(
        found -> {
          for (int i = 0; i <= found.groupCount(); i++) {
            groups.put(i, found.group(i) == null ? "" : found.group(i));
          }
        });
    process.shell.variables.setElements("BASH_REMATCH", groups);
    return match.isPresent();
  }
}
