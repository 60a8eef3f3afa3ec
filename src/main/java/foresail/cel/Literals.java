package foresail.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import foresail.notation.GoDuration;
import foresail.notation.Rfc3339;
import java.util.ArrayList;
import java.util.List;

/**
 * Regular expressions, durations and timestamps that are written out are looked at when they are
 * compiled (cel-go cel/validator.go, v0.26).
 */
final class Literals {
  private Literals() {}

  /** What is wrong with those of an expression. */
  static List<CelIssue> problems(CelAbstractSyntaxTree tree) {
    List<CelIssue> problems = new ArrayList<>();
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .forEach(
            node -> {
              if (node.getKind() == CelExpr.ExprKind.Kind.CALL) {
                look(tree, node.expr().call(), problems);
              }
            });
    return problems;
  }

  private static void look(
      CelAbstractSyntaxTree tree, CelExpr.CelCall call, List<CelIssue> problems) {
    String function = call.function();
    int position = function.equals("matches") && call.target().isEmpty() ? 1 : 0;
    if (call.args().size() != position + 1) {
      return;
    }
    CelExpr argument = call.args().get(position);
    if (argument.getKind() != CelExpr.ExprKind.Kind.CONSTANT
        || argument.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      return;
    }
    String text = argument.constant().stringValue();
    boolean wrong =
        switch (function) {
          case "matches" -> !isRegex(text);
          case "duration" -> GoDuration.parse(text).isEmpty();
          case "timestamp" -> Rfc3339.problem(text).isPresent();
          default -> false;
        };
    if (wrong) {
      CelSourceLocation place =
          tree.getSource()
              .getOffsetLocation(tree.getSource().getPositionsMap().getOrDefault(argument.id(), 0))
              .orElse(CelSourceLocation.NONE);
      problems.add(CelIssue.formatError(place, "invalid " + function + " argument"));
    }
  }

  private static boolean isRegex(String text) {
    try {
      Pattern.compile(text);
      return true;
    } catch (PatternSyntaxException unreadable) {
      return false;
    }
  }
}
