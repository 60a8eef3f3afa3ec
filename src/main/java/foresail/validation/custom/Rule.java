package foresail.validation.custom;

import foresail.cel.CelType;
import foresail.cel.Compilation;
import foresail.cel.Environment;
import foresail.source.Node;
import foresail.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * One of {@code x-kubernetes-validations}, compiled.
 *
 * @param text as it is written, without blanks around it
 * @param message empty where none is written
 * @param reason {@code FieldValueForbidden}; empty where none is written
 * @param path of the field that it blames, below the value: {@code legs}; empty for the value
 * @param compiled the rule itself
 * @param told the expression that makes the message; empty where there is none
 * @param asksForOld whether it speaks of the value before an update
 * @param oldIsOptional whether it can do without that value
 */
public record Rule(
    String text,
    String message,
    String reason,
    String path,
    Compilation compiled,
    Optional<Compilation> told,
    boolean asksForOld,
    boolean oldIsOptional) {

  /**
   * Compiles a rule as the server does when its definition is created
   * (apiextensions-apiserver/pkg/apiserver/schema/cel/compilation.go, v1.36).
   */
  static Rule of(Node rule, String path, Environment environment) {
    String text = rule.string("rule").orElse("").strip();
    String told = rule.string("messageExpression").orElse("");
    Compilation compiled = environment.compile(text, List.of(CelType.BOOL));
    Optional<Compilation> message =
        compiled.isRefused() || told.isEmpty()
            ? Optional.empty()
            : Optional.of(environment.compile(told, List.of(CelType.STRING)));
    return new Rule(
        text,
        rule.string("message").orElse("").strip(),
        rule.string("reason").orElse(""),
        path,
        compiled,
        message,
        !compiled.isRefused() && asksForOld(text),
        oldIsOptional(rule));
  }

  static boolean oldIsOptional(Node rule) {
    return rule.get("optionalOldSelf").orElse(null) instanceof ScalarNode flag
        && flag.text().equals("true");
  }

  /** How the server calls it: by its message, else by its text. */
  String name() {
    return message.isEmpty() ? text : message;
  }

  /** Why the server refuses the rule; empty where it does not. */
  public String problem() {
    return compiled.refusal().startsWith("must evaluate to")
        ? "cel expression must evaluate to a bool"
        : compiled.refusal();
  }

  /** Why it refuses the expression of the message; empty where it does not. */
  public String messageProblem() {
    String refusal = told.map(Compilation::refusal).orElse("");
    if (refusal.isEmpty()) {
      return "";
    }
    return refusal.startsWith("must evaluate to")
        ? "messageExpression must evaluate to a string"
        : "messageExpression " + refusal;
  }

  /** Whether the name stands in the text outside of quotes. */
  private static boolean asksForOld(String text) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (text.startsWith("oldSelf", i) && isWord(text, i, i + "oldSelf".length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String text, int from, int to) {
    boolean begins =
        from == 0 || !isNamePart(text.charAt(from - 1)) && text.charAt(from - 1) != '.';
    return begins && (to == text.length() || !isNamePart(text.charAt(to)));
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
