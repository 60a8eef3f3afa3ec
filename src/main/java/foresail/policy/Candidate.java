package foresail.policy;

import foresail.model.KubernetesObject;
import foresail.source.Node;
import java.util.Map;
import java.util.Optional;

/**
 * An object that is about to be created: one of the inputs, or a pod of its template.
 *
 * @param owner the object of the inputs
 * @param type of the object itself
 * @param name empty for one whose name the server makes up
 * @param namespace empty where it is not known, and for objects that have none
 * @param labels of the object
 * @param space the namespace's labels
 * @param values what expressions see of it
 * @param namespaceValues what expressions see of its namespace
 */
record Candidate(
    KubernetesObject owner,
    ResourceType type,
    Optional<String> name,
    Optional<String> namespace,
    Labels labels,
    Optional<Labels> space,
    Map<String, Object> values,
    Object namespaceValues) {
  /** Whether it is a pod that a controller makes from the owner's template. */
  boolean isFromTemplate() {
    return !type.kind().equals(owner.kind());
  }

  /** An object without namespace is concerned by any selector. */
  Answer namespaceSelectedBy(Optional<Node> selector) {
    return space.map(labels -> labels.selectedBy(selector)).orElse(Answer.YES);
  }
}
