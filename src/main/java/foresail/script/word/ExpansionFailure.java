package foresail.script.word;

/** A word that cannot be expanded: an unset variable under set -u, a division by zero. */
public final class ExpansionFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean unsupported;

  private ExpansionFailure(String message, boolean unsupported) {
    super(message, null, false, false);
    this.unsupported = unsupported;
  }

  /** A shell fails here too. */
  public static ExpansionFailure of(String message) {
    return new ExpansionFailure(message, false);
  }

  /** Only this reader fails here. */
  public static ExpansionFailure unsupported(String message) {
    return new ExpansionFailure(message, true);
  }

  public boolean unsupported() {
    return unsupported;
  }
}
