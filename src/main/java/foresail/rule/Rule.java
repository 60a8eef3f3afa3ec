package foresail.rule;

import static java.util.Objects.requireNonNull;

import foresail.finding.Category;
import foresail.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a run needs to know of a rule; its prose is a {@link RulePage}.
 *
 * @param id the name of its file, without {@code .yaml}
 * @param open its severity where what is not in the inputs may exist elsewhere; empty for a rule
 *     that is off until somebody asks for it
 * @param closed its severity where the inputs are everything
 */
public record Rule(
    String id,
    Category category,
    Optional<Severity> open,
    Optional<Severity> closed,
    Evaluation evaluation) {
  public Rule {
    requireNonNull(id);
    requireNonNull(category);
    requireNonNull(open);
    requireNonNull(closed);
    requireNonNull(evaluation);
  }

  /** How it is found out whether a rule has something to say. */
  public sealed interface Evaluation {
    /**
     * Validation finds it out; the rule explains it.
     *
     * @param ids of validation facts; one that ends in a star means all that begin so
     */
    record Facts(List<String> ids) implements Evaluation {
      public Facts {
        ids = List.copyOf(ids);
      }
    }

    /**
     * A class of {@code foresail.rule.check} finds it out.
     *
     * @param each what it looks at
     */
    record ByCheck(String className, Each each) implements Evaluation {}

    /**
     * An expression of a user's own rule finds it out.
     *
     * @param each what it looks at
     */
    record ByExpression(Each each) implements Evaluation {}

    /** Whoever reads the files finds it out and names the rule. */
    record WhileReading() implements Evaluation {}
  }

  public Optional<Severity> severity(boolean closedWorld) {
    return closedWorld ? closed : open;
  }
}
