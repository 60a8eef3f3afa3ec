package foresail.policy;

import foresail.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * To which new objects a policy applies, by its {@code matchConstraints} or a binding's {@code
 * matchResources}, or a webhook as a whole
 * (apiserver/pkg/admission/plugin/policy/matching/matching.go, v1.36).
 */
record MatchRules(
    Optional<Node> namespaceSelector,
    Optional<Node> objectSelector,
    List<Node> rules,
    List<Node> excluded) {
  /** Policies never judge policies. */
  private static final Set<String> EXEMPT =
      Set.of(
          "validatingadmissionpolicies",
          "validatingadmissionpolicybindings",
          "mutatingadmissionpolicies",
          "mutatingadmissionpolicybindings");

  /**
   * @param match absent for a binding that restricts nothing
   */
  static MatchRules of(Optional<Node> match) {
    return new MatchRules(
        match.flatMap(node -> node.get("namespaceSelector")),
        match.flatMap(node -> node.get("objectSelector")),
        Labels.items(match.flatMap(node -> node.get("resourceRules"))),
        Labels.items(match.flatMap(node -> node.get("excludeResourceRules"))));
  }

  /** A webhook's, which are called otherwise. */
  static MatchRules ofWebhook(Node webhook) {
    return new MatchRules(
        webhook.get("namespaceSelector"),
        webhook.get("objectSelector"),
        Labels.items(webhook.get("rules")),
        List.of());
  }

  /** Whether an object that is created is concerned; without rules any is. */
  Answer matches(Candidate candidate) {
    if (EXEMPT.contains(candidate.type().resource())
        && candidate.type().group().equals("admissionregistration.k8s.io")) {
      return Answer.NO;
    }
    Answer excludes = any(excluded, candidate);
    Answer included = rules.isEmpty() ? Answer.YES : any(rules, candidate);
    if (excludes == Answer.YES) {
      return Answer.NO;
    }
    return included
        .and(excludes == Answer.UNKNOWN ? Answer.UNKNOWN : Answer.YES)
        .and(candidate.namespaceSelectedBy(namespaceSelector))
        .and(candidate.labels().selectedBy(objectSelector));
  }

  private static Answer any(List<Node> rules, Candidate candidate) {
    Answer any = Answer.NO;
    for (Node rule : rules) {
      Answer one = concerns(rule, candidate);
      if (one == Answer.YES) {
        return one;
      }
      any = one == Answer.UNKNOWN ? one : any;
    }
    return any;
  }

  private static Answer concerns(Node rule, Candidate candidate) {
    ResourceType type = candidate.type();
    List<String> names = texts(rule, "resourceNames");
    boolean concerned =
        holds(rule, "apiGroups", type.group())
            && holds(rule, "apiVersions", type.version())
            && holds(rule, "operations", "CREATE")
            && scope(rule, type)
            && resources(rule, type.resource());
    if (!concerned || names.isEmpty()) {
      return Answer.of(concerned);
    }
    return candidate.name().map(name -> Answer.of(names.contains(name))).orElse(Answer.NO);
  }

  private static boolean holds(Node rule, String field, String value) {
    List<String> values = texts(rule, field);
    return values.contains("*") || values.contains(value);
  }

  private static boolean scope(Node rule, ResourceType type) {
    return switch (rule.string("scope").orElse("*")) {
      case "Namespaced" -> type.namespaced();
      case "Cluster" -> !type.namespaced();
      default -> true;
    };
  }

  /** {@code pods}, {@code *}, {@code pods/*} and {@code *}{@code /*}, but no part of an object. */
  private static boolean resources(Node rule, String resource) {
    for (String text : texts(rule, "resources")) {
      int slash = text.indexOf('/');
      String name = slash < 0 ? text : text.substring(0, slash);
      boolean whole = slash < 0 || text.substring(slash + 1).equals("*");
      if (whole && (name.equals("*") || name.equals(resource))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> texts(Node rule, String field) {
    return Labels.texts(Labels.items(rule.get(field)));
  }
}
