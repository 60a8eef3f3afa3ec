package foresail.model;

import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * A task that is to end.
 *
 * @param completions empty for a work queue: any pod's success ends it
 * @param backoffLimitPerIndex only with indexed completion
 * @param replaceOnlyFailed whether a replacement waits until the old pod is Failed; else a
 *     terminating one is replaced at once
 */
public record JobSpec(
    Node node,
    PodTemplate template,
    Optional<LabelSelector> selector,
    Optional<Integer> completions,
    int parallelism,
    boolean indexed,
    int backoffLimit,
    Optional<Integer> backoffLimitPerIndex,
    Optional<Integer> maxFailedIndexes,
    Optional<Long> activeDeadlineSeconds,
    Optional<Integer> ttlSecondsAfterFinished,
    boolean suspend,
    boolean replaceOnlyFailed,
    String managedBy,
    List<FailureRule> podFailurePolicy,
    List<SuccessRule> successPolicy)
    implements Located {
  /**
   * What a failed pod means; the first rule that matches decides.
   *
   * @param action FailJob, FailIndex, Ignore or Count
   */
  public record FailureRule(
      String action, Optional<ExitCodes> exitCodes, List<ConditionPattern> conditions) {
    static FailureRule of(Fields rule) {
      return new FailureRule(
          rule.string("action"),
          rule.read("onExitCodes", ExitCodes::of),
          rule.list("onPodConditions", ConditionPattern::of));
    }
  }

  /**
   * @param container empty for any
   * @param in whether the code has to be one of the values, or none of them
   */
  public record ExitCodes(String container, boolean in, List<Integer> values) {
    static ExitCodes of(Fields codes) {
      return new ExitCodes(
          codes.string("containerName"),
          codes.string("operator").equals("In"),
          codes.integers("values"));
    }
  }

  public record ConditionPattern(String type, String status) {
    static ConditionPattern of(Fields pattern) {
      return new ConditionPattern(pattern.string("type"), pattern.string("status"));
    }
  }

  /**
   * @param indexes as {@code 0-2,5}; empty for all
   * @param count how many of them have to succeed; empty for all
   */
  public record SuccessRule(String indexes, Optional<Integer> count) {
    static SuccessRule of(Fields rule) {
      return new SuccessRule(rule.string("succeededIndexes"), rule.optionalInt("succeededCount"));
    }
  }

  static JobSpec of(Fields spec) {
    return new JobSpec(
        spec.node(),
        PodTemplate.of(spec.orEmpty("template")),
        spec.read("selector", LabelSelector::of),
        spec.optionalInt("completions"),
        spec.optionalInt("parallelism").orElse(1),
        spec.string("completionMode").equals("Indexed"),
        spec.intValue("backoffLimit"),
        spec.optionalInt("backoffLimitPerIndex"),
        spec.optionalInt("maxFailedIndexes"),
        spec.optionalLong("activeDeadlineSeconds"),
        spec.optionalInt("ttlSecondsAfterFinished"),
        spec.bool("suspend"),
        spec.string("podReplacementPolicy").equals("Failed"),
        spec.string("managedBy"),
        spec.orEmpty("podFailurePolicy").list("rules", FailureRule::of),
        spec.orEmpty("successPolicy").list("rules", SuccessRule::of));
  }
}
