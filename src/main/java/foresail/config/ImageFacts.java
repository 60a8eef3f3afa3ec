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
 * @param entrypoint what stands before the arguments, a manifest's own or the image's; empty where
 *     unknown or none
 * @param command its own arguments, or all that it starts where it has no entry point; empty where
 *     unknown
 * @param needs how it ends where it is not told what it has to know
 * @param shell whether scripts can run in it
 * @param behaviour what its process does
 * @param source where this is known from; empty where the user said so
 */
public record ImageFacts(
    ImagePattern match,
    Pull pull,
    boolean present,
    Optional<String> user,
    Optional<List<String>> entrypoint,
    Optional<List<String>> command,
    Optional<Needs> needs,
    boolean shell,
    Behaviour behaviour,
    Optional<String> source) {
  public ImageFacts {
    requireNonNull(match);
    requireNonNull(pull);
    requireNonNull(user);
    entrypoint = entrypoint.map(List::copyOf);
    command = command.map(List::copyOf);
    requireNonNull(needs);
    requireNonNull(source);
    requireNonNull(behaviour);
  }

  /**
   * What a program has to be told.
   *
   * @param variables one of which has to be set
   * @param otherwise how it ends where none is
   */
  public record Needs(List<String> variables, Behaviour.Exit otherwise) {
    public Needs {
      variables = List.copyOf(variables);
      requireNonNull(otherwise);
    }
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
