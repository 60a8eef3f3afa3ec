package foresail.cel.library;

/** An evaluation needs something that nobody can know from manifests. */
public final class Undecided extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Whether one was raised in this thread, also where another part of the expression hid it. */
  private static final ThreadLocal<Boolean> RAISED = ThreadLocal.withInitial(() -> false);

  public Undecided() {
    super("this cannot be known from manifests", null, false, false);
    RAISED.set(true);
  }

  /** Whether one was raised in this thread since the last {@link #forget}. */
  public static boolean wasRaised() {
    return RAISED.get();
  }

  public static void forget() {
    RAISED.set(false);
  }
}
