package foresail.admission;

import static java.util.Objects.requireNonNull;

import foresail.model.Container;
import foresail.model.LimitRange;
import java.util.Optional;

/**
 * One amount that a LimitRange does not allow.
 *
 * @param message in the server's words
 * @param item the bounds
 * @param container whose amount it is; empty for that of a pod or claim as a whole
 * @param part {@code requests} or {@code limits}
 * @param resource {@code cpu}, {@code memory}, {@code storage}
 */
public record OutOfBounds(
    String message,
    LimitRange.Item item,
    Optional<Container> container,
    String part,
    String resource) {
  public OutOfBounds {
    requireNonNull(message);
    requireNonNull(item);
    requireNonNull(container);
    requireNonNull(part);
    requireNonNull(resource);
  }
}
