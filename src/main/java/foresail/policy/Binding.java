package foresail.policy;

import foresail.model.KubernetesObject;
import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * A ValidatingAdmissionPolicyBinding.
 *
 * @param params which objects are the policy's parameters
 * @param actions {@code Deny}, {@code Warn}, {@code Audit}
 */
record Binding(
    KubernetesObject object,
    String policy,
    MatchRules match,
    Optional<Node> params,
    List<String> actions) {
  static Binding of(KubernetesObject object) {
    Node spec = object.node().get("spec").orElse(object.node());
    return new Binding(
        object,
        spec.string("policyName").orElse(""),
        MatchRules.of(spec.get("matchResources")),
        spec.get("paramRef"),
        Labels.texts(Labels.items(spec.get("validationActions"))));
  }

  boolean denies() {
    return actions.contains("Deny");
  }

  boolean warns() {
    return actions.contains("Warn");
  }
}
