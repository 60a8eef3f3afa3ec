package foresail.cel;

import dev.cel.common.CelIssue;
import dev.cel.common.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults of expressions as the server words them: it compiles with another library, cel-go, whose
 * messages differ in places (checker/errors.go and parser/parser.go, v0.26).
 */
final class ServerWords {
  private static final List<String> SYNTAX =
      List.of(
          "mismatched input",
          "extraneous input",
          "no viable alternative",
          "token recognition error",
          "missing ");

  private ServerWords() {}

  /** All faults, each with its place in the text. */
  static String of(List<CelIssue> issues, Source source) {
    List<String> printed = new ArrayList<>();
    for (CelIssue issue : issues) {
      if (!issue.getMessage().startsWith("Message type resolution failure")) {
        printed.add(
            CelIssue.formatError(issue.getSourceLocation(), words(issue.getMessage()))
                .toDisplayString(source));
      }
    }
    return String.join("\n", printed);
  }

  private static String words(String message) {
    for (String start : SYNTAX) {
      if (message.startsWith(start)) {
        return "Syntax error: " + message.replace("'%%'", "'%'");
      }
    }
    if (message.startsWith("For input string: ")) {
      return "invalid int literal";
    }
    if (message.equals("The argument must be a simple name")) {
      return "argument must be a simple name";
    }
    int candidates = message.indexOf(" (candidates: ");
    return candidates < 0
        ? message
        : message
            .substring(0, candidates)
            .replace("google.protobuf.Timestamp", "timestamp")
            .replace("google.protobuf.Duration", "duration");
  }
}
