package foresail;

import foresail.source.Manifest;
import java.util.function.Supplier;

/** A fault of ours, with the stage that it happened in and what it was looking at. */
public final class StageFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Made anew with itself as cause where a fault crosses from one thread to another. */
  private StageFault(String where, Throwable cause) {
    super(where, cause);
  }

  /**
   * Runs a stage.
   *
   * @param name as messages name it: {@code rules}
   * @throws StageFault for whatever goes wrong in it
   */
  public static <T> T in(String name, Supplier<T> stage) {
    try {
      return stage.get();
    } catch (StageFault known) {
      throw known;
    } catch (RuntimeException | StackOverflowError fault) {
      throw new StageFault(name, fault);
    }
  }

  /**
   * Looks at one object in a stage.
   *
   * @throws StageFault for whatever goes wrong
   */
  static <T> T in(String name, Manifest manifest, Supplier<T> stage) {
    try {
      return stage.get();
    } catch (RuntimeException | StackOverflowError fault) {
      String place = manifest.file().path() + ":" + manifest.root().span().line();
      throw new StageFault(name + " of " + manifest.id() + " (" + place + ")", fault);
    }
  }
}
