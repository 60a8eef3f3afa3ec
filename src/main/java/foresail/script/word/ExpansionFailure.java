package foresail.script.word;

/** A word that cannot be expanded: an unset variable under set -u, a division by zero. */
public final class ExpansionFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What went wrong. */
  public enum Kind {
    /** A variable without a value where one is demanded. */
    UNSET,
    /** Anything else that a shell refuses. */
    WRONG,
    /** Only this reader fails here. */
    UNSUPPORTED
  }

  private ExpansionFailure(String message, Kind kind) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public static ExpansionFailure of(String message) {
    return new ExpansionFailure(message, Kind.WRONG);
  }

  public static ExpansionFailure unset(String name) {
    return new ExpansionFailure(name + ": parameter not set", Kind.UNSET);
  }

  public static ExpansionFailure unsupported(String message) {
    return new ExpansionFailure(message, Kind.UNSUPPORTED);
  }

  public Kind kind() {
    return kind;
  }
}
