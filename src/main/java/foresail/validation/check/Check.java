package foresail.validation.check;

import java.util.List;

/**
 * What the server demands of one field. Checks are static structures without state, composed by
 * {@link Shapes}.
 */
@FunctionalInterface
public interface Check {
  /**
   * Looks at a field, which may be absent, and tells what is refused.
   *
   * @return whether the checks listed behind this one shall look at the field too
   */
  boolean look(Field field, Refusals out);

  /** The ids of all facts that this check and those inside it can tell; may repeat. */
  default List<String> facts() {
    return List.of();
  }

  /**
   * Whether there is nothing to look at where the field is absent; then nobody needs to go there.
   */
  default boolean skipsAbsent() {
    return false;
  }
}
