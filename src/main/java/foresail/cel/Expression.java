package foresail.cel;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import foresail.cel.library.Undecided;
import java.util.Map;
import java.util.Optional;

/** An expression that was compiled. May be evaluated by several threads. */
public final class Expression {
  private final String text;
  private final CelType type;
  private final CelRuntime.Program program;

  Expression(String text, CelType type, CelRuntime.Program program) {
    this.text = text;
    this.type = type;
    this.program = program;
  }

  public String text() {
    return text;
  }

  /** Of what it evaluates to; {@link CelType#DYN} also for objects. */
  public CelType type() {
    return type;
  }

  /**
   * @param values what each variable is, in the shape that {@link Values} describes
   */
  public Outcome evaluate(Map<String, Object> values) {
    Undecided.forget();
    return evaluateInside(values);
  }

  /** As part of the evaluation of another expression. */
  Outcome evaluateInside(Map<String, Object> values) {
    try {
      return new Outcome.Value(
          program.eval((CelVariableResolver) name -> Optional.ofNullable(values.get(name))));
    } catch (Undecided unknown) {
      return new Outcome.Unknown();
    } catch (CelEvaluationException failure) {
      // What failed may have hidden what is unknown: `a.missing || authorizer...`.
      return Undecided.wasRaised() ? new Outcome.Unknown() : new Outcome.Failure(words(failure));
    }
  }

  /** Without the place in the tree, and as cel-go words the commonest ones. */
  private static String words(CelEvaluationException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String message = String.valueOf(cause.getMessage());
    int colon = message.startsWith("evaluation error") ? message.indexOf(": ") : -1;
    message = colon < 0 ? message : message.substring(colon + 2);
    if (message.startsWith("key '") && message.endsWith("' is not present in map.")) {
      return "no such key: " + message.substring(5, message.indexOf("' is not"));
    }
    if (cause instanceof CelAttributeNotFoundException && !message.startsWith("Error resolving")) {
      return "no such key: " + message; // a key in brackets, of which the library says no more
    }
    if (message.startsWith("No matching overload")) {
      return "no such overload";
    }
    if (message.startsWith("Index out of bounds: ")) {
      return "index out of bounds: " + message.substring("Index out of bounds: ".length());
    }
    return message.endsWith("/ by zero") ? "division by zero" : message;
  }
}
