package foresail.graph;

import static java.util.Objects.requireNonNull;

import foresail.model.KubernetesObject;
import foresail.source.Span;
import java.util.Optional;

/**
 * A name that exists: an object of the inputs or the cluster, or one that somebody is sure to make.
 *
 * @param namespace empty where it is not known, or the kind has none
 * @param object empty where only the name is known
 * @param at where the name is written; empty for names that every cluster has
 */
public record KnownName(
    String kind,
    String namespace,
    String name,
    Optional<KubernetesObject> object,
    Optional<Span> at) {
  public KnownName {
    requireNonNull(kind);
    requireNonNull(namespace);
    requireNonNull(name);
    requireNonNull(object);
    requireNonNull(at);
  }

  static KnownName of(KubernetesObject object, String namespace) {
    return new KnownName(
        object.kind(),
        namespace,
        object.name(),
        Optional.of(object),
        Optional.of(object.span("metadata", "name")));
  }

  /** One that an object of the inputs causes to exist. */
  static KnownName madeBy(KubernetesObject maker, String kind, String namespace, String name) {
    return new KnownName(
        kind, namespace, name, Optional.empty(), Optional.of(maker.span("metadata", "name")));
  }

  /** One that every cluster has. */
  static KnownName everywhere(String kind, String namespace, String name) {
    return new KnownName(kind, namespace, name, Optional.empty(), Optional.empty());
  }

  /** {@code ConfigMap "web"}, as messages name it. */
  @Override
  public String toString() {
    return kind + " \"" + name + "\"";
  }
}
