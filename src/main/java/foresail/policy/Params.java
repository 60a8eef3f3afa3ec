package foresail.policy;

import foresail.cel.Values;
import foresail.graph.Graph;
import foresail.model.KubernetesObject;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the parameters that a binding names (.../policy/generic/policy_dispatcher.go, v1.36). */
final class Params {
  /** What became of the search. */
  sealed interface Found {
    /** Each is judged by; null among them where the policy takes none. */
    record Values(List<Object> each) implements Found {}

    /** The binding says nothing of this object. */
    record Nothing() implements Found {}

    /** The binding refuses all, because what it names is not there. */
    record Missing(String problem) implements Found {}

    /** They may be anywhere. */
    record Unknown() implements Found {}
  }

  private static final Found UNKNOWN = new Found.Unknown();

  private final Graph graph;
  private final Candidates candidates;
  private final Together together;
  private final Predicate<String> complete;

  /**
   * @param complete of which kinds every object is among the inputs
   */
  Params(Graph graph, Candidates candidates, Together together, Predicate<String> complete) {
    this.graph = graph;
    this.candidates = candidates;
    this.together = together;
    this.complete = complete;
  }

  Found of(ValidatingPolicy policy, Binding binding, Candidate candidate) {
    if (policy.params().isEmpty() || binding.params().isEmpty()) {
      return new Found.Values(List.of(Values.NULL));
    }
    Node reference = binding.params().get();
    ResourceType type =
        candidates.type(policy.params().get().apiVersion(), policy.params().get().kind());
    String namespace = "";
    if (type.namespaced()) {
      namespace = reference.string("namespace").orElse("");
      if (namespace.isEmpty() && !candidate.type().namespaced()) {
        return new Found.Missing(
            "failed to configure binding: cannot use namespaced paramRef in policy binding that"
                + " matches cluster-scoped resources");
      }
      if (namespace.isEmpty()) {
        namespace = candidate.namespace().orElse("");
      }
      if (namespace.isEmpty() && reference.string("name").isEmpty()) {
        return UNKNOWN;
      }
    }
    List<Object> found = find(reference, type, namespace, binding.object());
    if (!found.isEmpty()) {
      return new Found.Values(found);
    }
    if (!complete.test(type.kind())) {
      return UNKNOWN;
    }
    return reference.string("parameterNotFoundAction").orElse("").equals("Allow")
        ? new Found.Nothing()
        : new Found.Missing(
            "failed to configure binding: no params found for policy binding with `Deny`"
                + " parameterNotFoundAction");
  }

  private List<Object> find(
      Node reference, ResourceType type, String namespace, KubernetesObject from) {
    List<Object> found = new ArrayList<>();
    Optional<String> name = reference.string("name").filter(text -> !text.isEmpty());
    for (KubernetesObject object : together.all()) {
      if (object.kind().equals(type.kind())
          && candidates.type(object).group().equals(type.group())
          && together.are(object, from)
          && isIn(namespace, object)
          && name.map(text -> text.equals(object.name()))
              .orElseGet(() -> isSelected(reference, object))) {
        found.add(Values.partlyKnown(Candidates.values(object.node())));
      }
    }
    return found;
  }

  /** An unknown namespace is any, as everywhere. */
  private boolean isIn(String namespace, KubernetesObject object) {
    String own = graph.namespaceOf(object);
    return namespace.isEmpty() || own.isEmpty() || namespace.equals(own);
  }

  private static boolean isSelected(Node reference, KubernetesObject object) {
    return new Labels(Labels.in(object.node()), true).selectedBy(reference.get("selector"))
        == Answer.YES;
  }
}
