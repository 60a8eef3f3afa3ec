package foresail.simulation.store;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The server's answer to a create.
 *
 * @param object what was stored; empty where it was refused
 * @param reason the server's reason of a refusal: {@code Forbidden}, {@code NotFound}, {@code
 *     AlreadyExists}, {@code Invalid}; else empty
 * @param message the server's text of a refusal, without {@code Error from server}; else empty
 */
public record Created<O>(Optional<O> object, String reason, String message) {
  public Created {
    requireNonNull(object);
  }

  /** A create that the server accepted. */
  public static <O> Created<O> stored(O object) {
    return new Created<>(Optional.of(object), "", "");
  }

  /** A create that the server did not accept. */
  public static <O> Created<O> refused(String reason, String message) {
    return new Created<>(Optional.empty(), reason, message);
  }

  public boolean refused() {
    return object.isEmpty();
  }
}
