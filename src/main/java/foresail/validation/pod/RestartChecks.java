package foresail.validation.pod;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Values.maxItems;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.requiredSet;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/**
 * {@code restartPolicy} and {@code restartPolicyRules} of a single container: open to all since
 * 1.35 (gate ContainerRestartRules), before for sidecars only. 1.34 knows the gate, which is off:
 * it drops all but {@code Always} of init containers unseen.
 */
final class RestartChecks {
  private RestartChecks() {}

  private static final List<String> POLICIES = List.of("Always", "Never", "OnFailure");
  private static final int RULES_SINCE = 35;
  private static final int DROPPED_IN = 34;

  private static final Check RULES =
      field(
          "restartPolicyRules",
          since(RULES_SINCE),
          maxItems("pod.containers.restartPolicyRules.max", 20),
          each(
              field(
                  "action",
                  rule(RestartChecks::action, "pod.containers.restartPolicyRules.action")),
              field(
                  "exitCodes",
                  requiredSet(
                      "pod.containers.restartPolicyRules.exitCodes.required", "must be specified"),
                  field(
                      "operator",
                      oneOf("pod.containers.restartPolicyRules.exitCodes.operator", "In", "NotIn")),
                  field(
                      "values",
                      maxItems("pod.containers.restartPolicyRules.exitCodes.values.max", 255)))));

  static final Check OF_CONTAINER =
      object(
          rule(
              RestartChecks::policy,
              "pod.containers.restartPolicy.value",
              "pod.containers.restartPolicyRules.needs-policy"),
          RULES);

  static final Check OF_INIT_CONTAINER =
      object(
          rule(
              RestartChecks::initPolicy,
              "pod.containers.restartPolicy.value",
              "pod.containers.restartPolicyRules.needs-policy",
              "pod.containers.restartPolicyRules.sidecar-old"),
          object((container, out) -> container.get("restartPolicy").isSet(), RULES));

  private static void policy(Field container, Refusals out) {
    Field policy = container.get("restartPolicy");
    if (out.release() < DROPPED_IN) {
      if (policy.isSet()) {
        out.forbidden(
            "pod.containers.restartPolicy.value", policy, "may not be set for non-init containers");
      }
    } else if (out.release() >= RULES_SINCE) {
      supported(policy, POLICIES, out);
      rulesNeedPolicy(container, out);
    }
  }

  private static void initPolicy(Field container, Refusals out) {
    if (out.release() != DROPPED_IN) {
      boolean old = out.release() < RULES_SINCE;
      supported(container.get("restartPolicy"), old ? List.of("Always") : POLICIES, out);
    }
    rulesNeedPolicy(container, out);
    Field rules = container.get("restartPolicyRules");
    if (out.release() == RULES_SINCE && rules.size() > 0 && PodSpecs.isSidecar(container)) {
      out.forbidden(
          "pod.containers.restartPolicyRules.sidecar-old",
          rules,
          "restartPolicyRules are not allowed for init containers with restart policy Always");
    }
  }

  private static void supported(Field policy, List<String> policies, Refusals out) {
    if (policy.isSet() && !policies.contains(policy.text())) {
      out.notSupported("pod.containers.restartPolicy.value", policy, policies);
    }
  }

  private static void rulesNeedPolicy(Field container, Refusals out) {
    Field policy = container.get("restartPolicy");
    if (out.release() >= RULES_SINCE
        && container.get("restartPolicyRules").size() > 0
        && !policy.isSet()) {
      out.required(
          "pod.containers.restartPolicyRules.needs-policy",
          policy,
          "must specify restartPolicy when restart rules are used");
    }
  }

  private static void action(Field action, Refusals out) {
    List<String> actions =
        out.release() >= 36 ? List.of("Restart", "RestartAllContainers") : List.of("Restart");
    if (!actions.contains(action.text())) {
      out.notSupported("pod.containers.restartPolicyRules.action", action, actions);
    }
  }
}
