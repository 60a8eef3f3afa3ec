package foresail.simulation.controller.job;

import foresail.model.JobSpec.ConditionPattern;
import foresail.model.JobSpec.ExitCodes;
import foresail.model.JobSpec.FailureRule;
import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a failed pod means to its Job.
 *
 * <p>Source: pkg/controller/job/pod_failure_policy.go, v1.36.
 */
final class PodFailurePolicy {
  private PodFailurePolicy() {}

  /**
   * @param action Count where no rule matches
   * @param message says which rule; empty where none matches
   */
  record Verdict(String action, String message) {
    /** Whether the failure counts towards a limit. */
    boolean counts() {
      return !action.equals("Ignore");
    }

    boolean failsJob() {
      return action.equals("FailJob");
    }

    boolean failsIndex() {
      return action.equals("FailIndex");
    }
  }

  /** The first rule that matches decides. */
  static Verdict judge(List<FailureRule> rules, Pod failed) {
    for (int i = 0; i < rules.size(); i++) {
      FailureRule rule = rules.get(i);
      Optional<String> why =
          rule.exitCodes().isPresent()
              ? exit(rule.exitCodes().get(), failed)
              : condition(rule.conditions(), failed);
      if (why.isPresent()) {
        return new Verdict(
            rule.action(), why.get() + " matching " + rule.action() + " rule at index " + i);
      }
    }
    return new Verdict("Count", "");
  }

  private static Optional<String> exit(ExitCodes wanted, Pod pod) {
    List<ContainerStatus> containers = new ArrayList<>(pod.status().containers());
    containers.addAll(pod.status().initContainers());
    for (ContainerStatus container : containers) {
      boolean named = wanted.container().isEmpty() || wanted.container().equals(container.name());
      if (named
          && container.state() instanceof ContainerState.Terminated ended
          && ended.exitCode() != 0
          && wanted.values().contains(ended.exitCode()) == wanted.in()) {
        return Optional.of(
            "Container %s for pod %s failed with exit code %d"
                .formatted(container.name(), pod.key(), ended.exitCode()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> condition(List<ConditionPattern> wanted, Pod pod) {
    for (Condition condition : pod.status().conditions()) {
      for (ConditionPattern pattern : wanted) {
        if (pattern.type().equals(condition.type())
            && pattern.status().equals(condition.status())) {
          return Optional.of("Pod " + pod.key() + " has condition " + condition.type());
        }
      }
    }
    return Optional.empty();
  }
}
