package foresail.recording;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** The times that a pod's object tells of itself. */
final class Moments {
  /** Fields of time that tell when something happened to a pod, wherever they stand. */
  private static final Set<String> FIELDS =
      Set.of("creationTimestamp", "lastTransitionTime", "startTime", "startedAt", "finishedAt");

  private Moments() {}

  /** The latest time at which something had happened to a pod. */
  static Optional<Instant> latest(MappingNode pod) {
    Optional<Instant> made = pod.at("metadata", "creationTimestamp").flatMap(Moments::instant);
    Optional<Instant> status = pod.get("status").flatMap(Moments::within);
    return later(later(made, deletion(pod)), status);
  }

  private static Optional<Instant> within(Node node) {
    Optional<Instant> latest = Optional.empty();
    if (node instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        latest =
            later(
                latest,
                FIELDS.contains(entry.name()) ? instant(entry.value()) : within(entry.value()));
      }
    } else if (node instanceof SequenceNode list) {
      for (Node item : list.items()) {
        latest = later(latest, within(item));
      }
    }
    return latest;
  }

  /** The server writes when the pod is to be gone: the request's moment and its grace. */
  private static Optional<Instant> deletion(MappingNode pod) {
    Optional<Instant> gone = pod.at("metadata", "deletionTimestamp").flatMap(Moments::instant);
    long grace =
        pod.at("metadata", "deletionGracePeriodSeconds")
            .map(node -> Numbers.whole(node, 0))
            .orElse(0);
    return gone.map(at -> at.minus(Duration.ofSeconds(grace)));
  }

  private static Optional<Instant> instant(Node node) {
    try {
      return node instanceof ScalarNode scalar
          ? Optional.of(Instant.parse(scalar.text()))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().isBefore(other.get()) ? other : one;
  }
}
