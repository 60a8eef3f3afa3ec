package foresail.rule.check;

import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.model.CronJob;
import foresail.model.KubernetesObject;
import foresail.policy.AdmissionPolicies;
import foresail.policy.Verdict;
import foresail.rule.Draft;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import foresail.source.MappingNode;
import foresail.source.Span;
import java.util.List;

/** Objects, and pods of templates, that an admission policy of the inputs refuses. */
public final class PolicyRefuses implements RunCheck {
  @Override
  public void check(Scope scope) {
    if (!hasBinding(scope.graph().objects()) && !hasBinding(scope.graph().existing())) {
      return; // nearly always: what judges need not even be loaded
    }
    AdmissionPolicies.of(
            scope.graph(), object -> !scope.isRefused(object), scope::isComplete, scope.release())
        .ifPresent(policies -> check(policies, scope));
  }

  private static boolean hasBinding(List<KubernetesObject> objects) {
    for (KubernetesObject object : objects) {
      if (object.kind().equals("ValidatingAdmissionPolicyBinding")) {
        return true;
      }
    }
    return false;
  }

  private static void check(AdmissionPolicies policies, Scope scope) {
    for (KubernetesObject object : scope.graph().objects()) {
      if (!scope.graph().isPartial(object) && !scope.isRefused(object)) {
        for (Verdict verdict : policies.of(object)) {
          report(object, verdict, scope);
        }
      }
    }
  }

  private static void report(KubernetesObject object, Verdict verdict, Scope scope) {
    Draft draft =
        verdict.ofPods()
            ? scope
                .report(
                    object,
                    template(object),
                    "no pod of " + Words.of(object) + " can be created: " + verdict.message())
                .underline(templateKey(object))
                .why(
                    "The object itself is accepted, but each pod that is made from its template is"
                        + " refused.")
            : scope.report(object, Place.of(object, "metadata", "name"), verdict.message());
    draft.related(verdict.place(), "what " + Words.of(verdict.policy()) + " demands");
    if (!verdict.denied()) {
      draft.severity(Severity.WARNING).why("The server accepts it and warns whoever sends it.");
    }
  }

  private static Place template(KubernetesObject object) {
    return object instanceof CronJob
        ? Place.of(object, "spec", "jobTemplate", "spec", "template")
        : Place.of(object, "spec", "template");
  }

  /** The word alone: what is wrong with it may be anywhere in it. */
  private static Span templateKey(KubernetesObject object) {
    Place template = template(object);
    String[] above =
        template.steps().subList(0, template.steps().size() - 1).toArray(String[]::new);
    return object.node().at(above).orElse(object.node()) instanceof MappingNode holder
        ? holder.entry("template").map(entry -> entry.key().span()).orElse(template.span())
        : template.span();
  }
}
