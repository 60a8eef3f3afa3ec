package foresail.simulation.facts;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an image.
 *
 * @param known whether anybody said anything about it
 * @param pull what the registry answers
 * @param present whether the nodes have it already
 * @param user whom its processes run as: {@code root}, a name or a number; empty where unknown
 * @param command its own entry point with arguments; empty where unknown
 * @param behaviour what its own process does
 */
public record Image(
    boolean known,
    Pull pull,
    boolean present,
    Optional<String> user,
    Optional<List<String>> command,
    Behaviour behaviour) {
  /** An image of which nobody said anything: it can be pulled, and runs. */
  public static final Image UNKNOWN =
      new Image(false, Pull.OK, false, Optional.empty(), Optional.empty(), Behaviour.UNKNOWN);

  /** What a pull ends with. */
  public enum Pull {
    OK,
    /** The registry answers that it does not have it. */
    ABSENT,
    /** The registry does not answer. */
    UNREACHABLE
  }
}
