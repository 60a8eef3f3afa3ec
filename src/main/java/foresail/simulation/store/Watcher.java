package foresail.simulation.store;

import java.util.function.Consumer;

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

  /** A watcher for which every change is the same: it is told the newest state, or the last one. */
  static <O> Watcher<O> ofEach(Consumer<? super O> change) {
    return new Watcher<>() {
      @Override
      public void added(O object) {
        change.accept(object);
      }

      @Override
      public void updated(O before, O now) {
        change.accept(now);
      }

      @Override
      public void deleted(O last) {
        change.accept(last);
      }
    };
  }
}
