package foresail.graph;

import foresail.graph.Reference.Key;
import foresail.graph.Reference.Use;
import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.model.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one object names, resolved as it is found; an empty name names nothing. */
final class FoundReferences {
  private final Graph graph;
  private final KubernetesObject from;
  private final String namespace;
  private final List<Reference> found = new ArrayList<>();

  FoundReferences(Graph graph, KubernetesObject from) {
    this.graph = graph;
    this.from = from;
    this.namespace = graph.namespaceOf(from);
  }

  /** In the order in which they were found. */
  List<Reference> all() {
    return found;
  }

  /** The object that names them. */
  KubernetesObject from() {
    return from;
  }

  /** The namespace of the object that names them. */
  String namespace() {
    return namespace;
  }

  /** The {@code imagePullSecrets} of a pod or an account. */
  void pullSecrets(Located parent, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      name(
          Use.IMAGE_PULL,
          "Secret",
          names.get(i),
          Place.of(parent, "imagePullSecrets", Integer.toString(i), "name"));
    }
  }

  /** A name in the object's own namespace. */
  void name(Use use, String kind, String name, Place at) {
    name(use, kind, namespace, name, at);
  }

  /** A name in any namespace. */
  void name(Use use, String kind, String inNamespace, String name, Place at) {
    add(use, kind, inNamespace, name, at, Optional.empty(), List.of(), false);
  }

  /** A ConfigMap or Secret that a container takes variables from. */
  void variables(
      Use use,
      String kind,
      String name,
      Place at,
      Container container,
      List<Key> keys,
      boolean optional) {
    add(use, kind, namespace, name, at, Optional.of(container), keys, optional);
  }

  /** A ConfigMap or Secret whose keys become the files of a volume. */
  void files(String kind, String name, Place at, List<Key> keys, boolean optional) {
    add(Use.VOLUME, kind, namespace, name, at, Optional.empty(), keys, optional);
  }

  private void add(
      Use use,
      String kind,
      String inNamespace,
      String name,
      Place at,
      Optional<Container> container,
      List<Key> keys,
      boolean optional) {
    if (!name.isEmpty()) {
      String where = ClusterScope.has(kind) ? "" : inNamespace;
      found.add(
          new Reference(
              from,
              use,
              kind,
              where,
              name,
              at,
              container,
              keys,
              optional,
              graph.resolve(from, kind, where, name, optional)));
    }
  }
}
