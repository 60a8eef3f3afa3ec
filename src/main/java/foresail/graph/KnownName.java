package foresail.graph;

import static java.util.Objects.requireNonNull;

import foresail.model.KubernetesObject;
import foresail.model.Located;
import foresail.source.Span;
import java.util.Optional;

/**
 * A name that exists: an object of the inputs or the cluster, or one that somebody is sure to make.
 *
 * @param namespace empty where it is not known, or the kind has none
 * @param object empty where only the name is known
 * @param from what causes the name to exist; empty for names that every cluster has
 */
public record KnownName(
    String kind,
    String namespace,
    String name,
    Optional<KubernetesObject> object,
    Optional<Located> from) {
  public KnownName {
    requireNonNull(kind);
    requireNonNull(namespace);
    requireNonNull(name);
    requireNonNull(object);
    requireNonNull(from);
  }

  static KnownName of(KubernetesObject object, String namespace) {
    return new KnownName(
        object.kind(), namespace, object.name(), Optional.of(object), Optional.of(object));
  }

  /** One that an object of the inputs causes to exist. */
  static KnownName madeBy(Located maker, String kind, String namespace, String name) {
    return new KnownName(kind, namespace, name, Optional.empty(), Optional.of(maker));
  }

  /** One that every cluster has. */
  static KnownName everywhere(String kind, String namespace, String name) {
    return new KnownName(kind, namespace, name, Optional.empty(), Optional.empty());
  }

  /** Where the name is written; empty for names that every cluster has. */
  public Optional<Span> at() {
    return from.map(
        source ->
            source instanceof KubernetesObject ? source.span("metadata", "name") : source.span());
  }

  /** {@code ConfigMap "web"}, as messages name it. */
  @Override
  public String toString() {
    return kind + " \"" + name + "\"";
  }
}
