package foresail.rule.check;

import foresail.admission.LimitRanges;
import foresail.admission.LimitRanges.Contradiction;
import foresail.admission.OutOfBounds;
import foresail.graph.Place;
import foresail.model.Claim;
import foresail.model.ClaimSpec;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.StatefulSet;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.List;

/** Pods and claims that are out of the bounds of their namespace's LimitRange. */
public final class LimitRangeRefuses implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    boolean bounded =
        (object instanceof Claim && !scope.isRefused(object))
            || (object instanceof Workload workload && InForce.creates(workload, scope));
    if (!bounded || scope.graph().limitRangesOf(object).isEmpty()) {
      return;
    }
    LimitRanges ranges = InForce.limits(object, scope);
    if (object instanceof Claim claim) {
      claim(object, claim.name(), claim.spec(), ranges, scope);
    } else if (object instanceof Workload workload) {
      pods(workload, ranges, scope);
    }
    if (object instanceof StatefulSet set) {
      set.claimTemplates()
          .forEach(
              template ->
                  claim(
                      set,
                      template.metadata().name() + "-" + set.name() + "-" + set.firstOrdinal(),
                      template.spec(),
                      ranges,
                      scope));
    }
  }

  private static void claim(
      KubernetesObject object, String name, ClaimSpec claim, LimitRanges ranges, Scope scope) {
    List<OutOfBounds> violations = ranges.violations(claim);
    if (!violations.isEmpty()) {
      String refused = "persistentvolumeclaims \"" + name + "\" is forbidden: " + texts(violations);
      Draft draft =
          scope.report(
              Place.of(claim, "resources", "requests", "storage"),
              object instanceof Claim ? refused : Words.of(object) + " gets no claim: " + refused);
      bounds(violations, draft);
    }
  }

  private static void pods(Workload workload, LimitRanges ranges, Scope scope) {
    PodSpec spec = ranges.completed(workload.template().spec());
    List<OutOfBounds> violations = ranges.violations(spec);
    if (!violations.isEmpty()) {
      Draft draft =
          scope
              .report(
                  RefusedPods.place(violations.get(0), workload),
                  RefusedPods.message(workload, texts(violations)))
              .why(RefusedPods.consequence(workload));
      bounds(violations, draft);
      return;
    }
    for (Contradiction wrong : LimitRanges.contradictions(spec)) {
      Place place = Place.of(wrong.container(), "resources", "requests", wrong.resource());
      scope
          .report(place, "with the limit that the LimitRange adds: " + wrong.message())
          .why("the pod gets the LimitRange's default for a limit, which is below its own request")
          .advise("write a limit too, not below the request");
    }
  }

  private static String texts(List<OutOfBounds> violations) {
    return LimitRanges.joined(violations.stream().map(OutOfBounds::message).toList());
  }

  private static void bounds(List<OutOfBounds> violations, Draft draft) {
    OutOfBounds first = violations.get(0);
    draft.related(first.item().span("type"), "the bounds of the namespace");
  }
}
