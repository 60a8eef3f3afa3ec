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
 * @param entrypoint what stands before the arguments, a manifest's own or the image's; empty where
 *     unknown or none
 * @param command its own arguments, or all that it starts where it has no entry point; empty where
 *     unknown
 * @param needs how it ends where it is not told what it has to know
 * @param shell whether scripts can run in it
 * @param behaviour what its own process does
 * @param source where this is known from; empty where the user said so
 */
public record Image(
    boolean known,
    Pull pull,
    boolean present,
    Optional<String> user,
    Optional<List<String>> entrypoint,
    Optional<List<String>> command,
    Optional<Needs> needs,
    boolean shell,
    Behaviour behaviour,
    Optional<String> source) {
  /** An image of which nobody said anything: it can be pulled, and runs. */
  public static final Image UNKNOWN =
      new Image(
          false,
          Pull.OK,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          true,
          Behaviour.UNKNOWN,
          Optional.empty());

  /**
   * What a program has to be told.
   *
   * @param variables one of which has to be set
   * @param otherwise how it ends where none is
   */
  public record Needs(List<String> variables, Behaviour.Exit otherwise) {
    public Needs {
      variables = List.copyOf(variables);
    }
  }

  /** Whether this comes from the program's own list, which cannot know how it is set up. */
  public boolean usual() {
    return source.isPresent();
  }

  /** What a pull ends with. */
  public enum Pull {
    OK,
    /** The registry answers that it does not have it. */
    ABSENT,
    /** The registry does not answer. */
    UNREACHABLE
  }
}
