package foresail.rule.check;

import foresail.admission.security.SecurityLevel;
import foresail.admission.security.SecurityPolicy;
import foresail.admission.security.Violation;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.PodTemplate;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.OptionalInt;

/** Templates that break a level of the Pod Security Standards, whatever their namespace asks. */
abstract class PodSecurityLevel implements Check {
  private final SecurityPolicy policy;

  PodSecurityLevel(SecurityLevel level) {
    policy = new SecurityPolicy(level, OptionalInt.empty());
  }

  @Override
  public final void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof Workload workload) || scope.isRefused(workload)) {
      return;
    }
    PodTemplate template = workload.template();
    for (Violation violation :
        policy.violations(template.metadata().annotations(), template.spec(), scope.release())) {
      scope.report(
          new Place(violation::owner, violation.steps()),
          Words.of(workload) + " is not " + policy.level().word() + ": " + violation);
    }
  }
}
