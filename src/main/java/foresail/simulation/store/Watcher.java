package foresail.simulation.store;

/**
 * Hears of changes of one kind's objects, in the order in which they happened.
 *
 * @param <O> the kind's type
 */
public interface Watcher<O> {
  default void added(O object) {}

  default void updated(O before, O now) {}

  /**
   * @param last the state before the object was removed
   */
  default void deleted(O last) {}
}
