package foresail.prediction;

import static java.util.Objects.requireNonNull;

import foresail.source.Span;
import java.util.Optional;

/**
 * An object that pods need and that is neither applied nor in the cluster.
 *
 * @param namespace empty where it is not known, and for kinds that have none
 * @param place the text that names it first; empty where it is not in the manifests
 */
public record Missing(String kind, String namespace, String name, Optional<Span> place) {
  public Missing {
    requireNonNull(kind);
    requireNonNull(namespace);
    requireNonNull(name);
    requireNonNull(place);
  }
}
