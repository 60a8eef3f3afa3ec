package foresail.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the images that a pattern matches.
 *
 * @param pull what the registry answers
 * @param present whether the nodes have it already
 * @param user whom its processes run as, {@code root}, a name or a number; empty where unknown
 * @param command its own entry point and arguments; empty where unknown
 * @param behaviour what its process does
 */
public record ImageFacts(
    ImagePattern match,
    Pull pull,
    boolean present,
    Optional<String> user,
    Optional<List<String>> command,
    Behaviour behaviour) {
  public ImageFacts {
    requireNonNull(match);
    requireNonNull(pull);
    requireNonNull(user);
    command = command.map(List::copyOf);
    requireNonNull(behaviour);
  }

  /** What a pull of an image ends with. */
  public enum Pull {
    OK,
    /** The registry answers that it does not have it. */
    ABSENT,
    /** The registry does not answer: its name does not resolve, or nothing listens. */
    UNREACHABLE
  }
}
