package foresail;

import foresail.graph.Graph;
import foresail.model.KubernetesObject;
import foresail.model.Workload;
import foresail.policy.AdmissionPolicies;
import foresail.policy.Verdict;
import foresail.simulation.Plan;
import foresail.simulation.PolicyRule;
import foresail.simulation.Step;
import foresail.source.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Admission policies of the cluster and of a plan: one that is applied with other objects does not
 * see them yet.
 */
final class AppliedPolicies implements PolicyRule {
  /**
   * How long the server takes to learn of policies: it looks each second
   * (apiserver/pkg/admission/plugin/policy/generic/policy_source.go, v1.36).
   */
  private static final Duration LEARNT = Duration.ofSeconds(1);

  private final Map<Node, List<Verdict>> verdicts = new IdentityHashMap<>();
  private final Map<KubernetesObject, Duration> activeFrom = new IdentityHashMap<>();

  private AppliedPolicies() {}

  /**
   * What is known once for all runs of a plan.
   *
   * @param graph of all that the plan applies, and what is there before
   * @param release the server's minor version
   */
  static PolicyRule of(Graph graph, Plan plan, int release) {
    return AdmissionPolicies.of(graph, object -> true, kind -> true, release)
        .map(policies -> of(policies, graph, plan))
        .orElse(PolicyRule.NONE);
  }

  private static PolicyRule of(AdmissionPolicies policies, Graph graph, Plan plan) {
    AppliedPolicies applied = new AppliedPolicies();
    for (KubernetesObject object : graph.objects()) {
      for (Verdict verdict : policies.all(object)) {
        if (verdict.denied()) {
          applied
              .verdicts
              .computeIfAbsent(judged(object, verdict), node -> new ArrayList<>(1))
              .add(verdict);
        }
      }
    }
    for (Step step : plan.steps()) {
      if (step instanceof Step.Apply apply) {
        for (KubernetesObject object : apply.objects()) {
          applied.activeFrom.put(object, apply.at().plus(LEARNT));
        }
      }
    }
    return applied;
  }

  private static Node judged(KubernetesObject object, Verdict verdict) {
    return verdict.ofPods() && object instanceof Workload workload
        ? workload.template().spec().node()
        : object.node();
  }

  @Override
  public Optional<Denial> denial(Node what, Duration at) {
    for (Verdict verdict : verdicts.getOrDefault(what, List.of())) {
      if (isActive(verdict.policy(), at) && isActive(verdict.binding(), at)) {
        return Optional.of(new Denial(verdict.reason(), verdict.message()));
      }
    }
    return Optional.empty();
  }

  /** What no step applies was there before. */
  private boolean isActive(KubernetesObject object, Duration at) {
    Duration from = activeFrom.get(object);
    return from == null || at.compareTo(from) >= 0;
  }
}
