package foresail.prediction;

import foresail.model.Container;
import foresail.model.EnvFrom;
import foresail.model.EnvVar;
import foresail.model.Located;
import foresail.model.Volume;
import foresail.simulation.api.Pod;
import foresail.source.Span;
import java.util.Optional;

/** Finds the reference in a manifest that the kubelet's words complain about. */
final class ConfigPlaces {
  private ConfigPlaces() {}

  /** The variable that refers to what is missing, or the field that forbids the user. */
  static Optional<Span> of(Container container, Pod pod, String message) {
    if (message.contains("runAsNonRoot") || message.contains("non-root")) {
      boolean own = container.securityContext().runAsNonRoot().isPresent();
      return Optional.of(
          own
              ? container.securityContext().span("runAsNonRoot")
              : pod.spec().securityContext().span("runAsNonRoot"));
    }
    for (EnvFrom from : container.envFrom()) {
      if (message.contains("\"" + from.name() + "\"")) {
        return Optional.of(from.span("name"));
      }
    }
    for (EnvVar variable : container.env()) {
      Optional<Span> place = variable.source().flatMap(source -> place(source, message));
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.of(container.span("name"));
  }

  private static Optional<Span> place(EnvVar.Source source, String message) {
    if (source instanceof EnvVar.Source.ConfigMapKey key) {
      return place(key, key.name(), key.key(), message);
    }
    if (source instanceof EnvVar.Source.SecretKey key) {
      return place(key, key.name(), key.key(), message);
    }
    return Optional.empty();
  }

  private static Optional<Span> place(Located reference, String name, String key, String message) {
    if (message.contains("\"" + name + "\"")) {
      return Optional.of(reference.span("name"));
    }
    boolean missesKey =
        message.startsWith("couldn't find key " + key + " ") && message.endsWith("/" + name);
    return missesKey ? Optional.of(reference.span("key")) : Optional.empty();
  }

  /** The volume that a message names. */
  static Optional<Span> volume(Pod pod, String message) {
    for (Volume volume : pod.spec().volumes()) {
      if (message.contains("volume \"" + volume.name() + "\"")) {
        return Optional.of(volume.span());
      }
    }
    return Optional.empty();
  }
}
