package foresail.simulation.controller.job;

import foresail.model.JobSpec;
import foresail.model.JobSpec.SuccessRule;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Whether an indexed Job is done although some indexes are not.
 *
 * <p>Source: pkg/controller/job/success_policy.go, v1.36.
 */
final class SuccessPolicy {
  private SuccessPolicy() {}

  /** Which rule is met; the text of the condition. */
  static Optional<String> met(JobSpec spec, SortedSet<Integer> succeeded) {
    for (int i = 0; i < spec.successPolicy().size(); i++) {
      if (met(spec.successPolicy().get(i), spec, succeeded)) {
        return Optional.of("Matched rules at index " + i);
      }
    }
    return Optional.empty();
  }

  private static boolean met(SuccessRule rule, JobSpec spec, SortedSet<Integer> succeeded) {
    if (rule.indexes().isEmpty()) {
      return rule.count().filter(count -> succeeded.size() >= count).isPresent();
    }
    SortedSet<Integer> named = IndexRanges.parse(rule.indexes(), spec.completions().orElse(0));
    int needed = rule.count().orElse(named.size());
    named.retainAll(succeeded);
    return named.size() >= needed;
  }
}
