package foresail.rule;

import static java.util.Objects.requireNonNull;

import foresail.model.KubernetesObject;
import foresail.model.Workload;

/**
 * For what a rule is evaluated: {@code run} once, {@code object} for every object, {@code workload}
 * for whatever has a pod template, {@code container} for each container of one, or a kind such as
 * {@code Service}.
 */
public record Each(String word) {
  static final Each RUN = new Each("run");

  public Each {
    requireNonNull(word);
  }

  boolean isRun() {
    return word.equals("run");
  }

  boolean isContainer() {
    return word.equals("container");
  }

  /** Whether a rule that is evaluated for this looks at an object. */
  boolean includes(KubernetesObject object) {
    return switch (word) {
      case "run" -> false;
      case "object" -> true;
      case "workload", "container" -> object instanceof Workload;
      default -> object.kind().equals(word);
    };
  }
}
