package foresail.rule.check;

import foresail.admission.security.SecurityLevel;
import foresail.admission.security.SecurityModes;
import foresail.admission.security.SecurityPolicy;
import foresail.admission.security.Violation;
import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.Pod;
import foresail.model.PodTemplate;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pods that break what the labels of their namespace ask for. */
public final class PodSecurityRefuses implements Check {
  private static final String RESTRICTED =
      "set what the message names; a restricted pod needs runAsNonRoot: true, seccompProfile:"
          + " {type: RuntimeDefault}, and of each container allowPrivilegeEscalation: false and"
          + " capabilities: {drop: [ALL]}";

  @Override
  public void check(KubernetesObject object, Scope scope) {
    Optional<KubernetesObject> namespace =
        object instanceof Workload ? scope.graph().namespaceObjectOf(object) : Optional.empty();
    if (namespace.isEmpty()) {
      return;
    }
    SecurityModes modes = SecurityModes.of(namespace.get().metadata().labels());
    var workload = (Workload) object;
    boolean refused =
        InForce.creates(workload, scope)
            && report(modes.enforce(), SecurityModes.ENFORCE, workload, namespace.get(), scope);
    boolean warned =
        refused || report(modes.warn(), SecurityModes.WARN, workload, namespace.get(), scope);
    if (!warned) {
      report(modes.audit(), SecurityModes.AUDIT, workload, namespace.get(), scope);
    }
  }

  /** Whether the server refuses the pods of a workload for this. */
  static boolean isRefused(Workload workload, Scope scope) {
    Optional<KubernetesObject> namespace = scope.graph().namespaceObjectOf(workload);
    if (namespace.isEmpty()) {
      return false;
    }
    PodTemplate template = workload.template();
    return !SecurityModes.of(namespace.get().metadata().labels())
        .enforce()
        .violations(template.metadata().annotations(), template.spec(), scope.release())
        .isEmpty();
  }

  private static boolean report(
      SecurityPolicy policy,
      String label,
      Workload workload,
      KubernetesObject namespace,
      Scope scope) {
    PodTemplate template = workload.template();
    boolean created = label.equals(SecurityModes.ENFORCE) || workload instanceof Pod;
    Map<String, String> annotations = template.metadata().annotations();
    List<Violation> violations =
        created
            ? policy.violations(annotations, template.spec(), scope.release())
            : policy.ofTemplate(annotations, template.spec(), scope.release());
    if (violations.isEmpty()) {
      return false;
    }
    Violation first = violations.get(0);
    boolean enforced = label.equals(SecurityModes.ENFORCE);
    String text = policy.violates(violations);
    String message =
        enforced
            ? RefusedPods.message(workload, text)
            : Words.of(workload) + " " + text.replaceFirst("violates", "would violate");
    String written =
        namespace.metadata().labels().containsKey(label) ? label : SecurityModes.ENFORCE;
    Draft draft = scope.report(new Place(first::owner, first.steps()), message);
    if (policy.level() == SecurityLevel.RESTRICTED) {
      draft.advise(RESTRICTED);
    }
    draft
        .severity(severity(label))
        .why(consequence(label, workload))
        .related(
            namespace.metadata().span("labels", written),
            "what " + Words.of(namespace) + " asks of its pods");
    return true;
  }

  private static Severity severity(String label) {
    return switch (label) {
      case SecurityModes.ENFORCE -> Severity.ERROR;
      case SecurityModes.WARN -> Severity.WARNING;
      default -> Severity.NOTE;
    };
  }

  private static String consequence(String label, Workload workload) {
    return switch (label) {
      case SecurityModes.ENFORCE -> RefusedPods.consequence(workload);
      case SecurityModes.WARN -> "kubectl prints it as a warning; pods are created all the same";
      default -> "only the server's audit log says so; pods are created all the same";
    };
  }
}
