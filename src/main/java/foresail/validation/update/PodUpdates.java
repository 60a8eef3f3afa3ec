package foresail.validation.update;

import static foresail.validation.update.Demands.all;
import static foresail.validation.update.Demands.field;

import foresail.finding.Reason;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.HashSet;
import java.util.Set;

/** Pods (pkg/apis/core/validation/validation.go, ValidatePodUpdate, v1.36). */
final class PodUpdates {
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

  private static final String WORDS =
      "pod updates may not change fields other than `spec.containers[*].image`,"
          + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only"
          + " additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to"
          + " be set to 1 if it was previously negative)";

  static final ChangeCheck POD =
      all(field("metadata.annotations", PodUpdates::annotations), field("spec", PodUpdates::spec));

  private PodUpdates() {}

  private static void annotations(Change annotations, Refusals out) {
    for (Field was : annotations.was().entries()) {
      Change change = annotations.get(was.name());
      if (was.name().startsWith(APP_ARMOR) && change.isChanged()) {
        Change keyed = new Change(was, annotations.now().entry(was.name()));
        String words = "may not remove or update AppArmor annotations";
        Told.add(Reason.FORBIDDEN, keyed, keyed, words, out);
      }
    }
  }

  private static void spec(Change spec, Refusals out) {
    if (isOfOtherLength(spec.get("containers"), out)
        || isOfOtherLength(spec.get("initContainers"), out)
        || isLonger(spec.get("activeDeadlineSeconds"), out)) {
      return; // the server looks no further
    }
    tolerations(spec.get("tolerations"), out);
    gates(spec.get("schedulingGates"), out);
    boolean gated = spec.was().get("schedulingGates").size() > 0;
    if (gated) {
      GatedPodUpdates.SPEC.look(spec, out);
    }
    Difference.first(spec, mutable(spec, gated))
        .ifPresent(first -> Told.add(Reason.FORBIDDEN, spec, first, WORDS, out));
  }

  private static Set<String> mutable(Change spec, boolean gated) {
    Set<String> mutable =
        new HashSet<>(
            Set.of(
                "containers.image",
                "initContainers.image",
                "activeDeadlineSeconds",
                "tolerations",
                "schedulingGates"));
    Change grace = spec.get("terminationGracePeriodSeconds");
    if (grace.was().number() < 0 && grace.now().number() == 1) {
      mutable.add("terminationGracePeriodSeconds");
    }
    if (!spec.was().get("nodeName").isSet()) {
      mutable.add("nodeName"); // the scheduler's, perhaps just the same
    }
    if (gated) {
      mutable.add("nodeSelector");
      mutable.add("affinity.nodeAffinity");
    }
    if (isDefaultAccount(spec.was()) && isDefaultAccount(spec.now())) {
      mutable.add("serviceAccountName");
      mutable.add("serviceAccount");
    }
    return mutable;
  }

  /** Admission writes it where nobody did. */
  private static boolean isDefaultAccount(Field spec) {
    Field name = spec.get("serviceAccountName");
    return name.isZero() || name.is("default");
  }

  private static boolean isOfOtherLength(Change containers, Refusals out) {
    if (containers.was().size() == containers.now().size()) {
      return false;
    }
    String words = "pod updates may not add or remove containers";
    Difference.first(containers, Set.of())
        .ifPresent(first -> Told.add(Reason.FORBIDDEN, containers, first, words, out));
    return true;
  }

  /**
   * Only a later end stops the server from looking further.
   *
   * @return whether it does
   */
  private static boolean isLonger(Change deadline, Refusals out) {
    if (!deadline.was().isSet()) {
      return false;
    }
    if (!deadline.now().isSet()) {
      String words = "must not update from a positive integer to nil value";
      Told.invalid(deadline, deadline, words, out);
      return false;
    }
    boolean longer = deadline.now().number() > deadline.was().number();
    if (longer) {
      Told.invalid(deadline, deadline, "must be less than or equal to previous value", out);
    }
    return longer;
  }

  private static void tolerations(Change tolerations, Refusals out) {
    for (Field was : tolerations.was().items()) {
      if (tolerations.now().items().stream().noneMatch(now -> isSameToleration(was, now))) {
        String words = "existing toleration can not be modified except its tolerationSeconds";
        Told.add(Reason.FORBIDDEN, tolerations, new Change(was, tolerations.now()), words, out);
        return;
      }
    }
  }

  private static boolean isSameToleration(Field was, Field now) {
    return Difference.first(new Change(was, now), Set.of("tolerationSeconds")).isEmpty();
  }

  private static void gates(Change gates, Refusals out) {
    Set<String> known = new HashSet<>();
    gates.was().items().forEach(gate -> known.add(gate.get("name").text()));
    for (Field gate : gates.now().items()) {
      Field name = gate.get("name");
      if (!known.contains(name.text())) {
        Change added = new Change(gates.was(), name);
        String words =
            "only deletion is allowed, but found new scheduling gate '" + name.text() + "'";
        Told.add(Reason.FORBIDDEN, added, added, words, out);
      }
    }
  }
}
