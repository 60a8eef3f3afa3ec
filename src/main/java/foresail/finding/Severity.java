package foresail.finding;

/** How bad a finding is; the first is the worst. */
public enum Severity {
  /** The server refuses it, or a pod can never do its job. */
  ERROR,
  /** Likely a mistake. */
  WARNING,
  /** Advice. */
  NOTE;

  /** {@code error}, {@code warning} or {@code note}, as users write and read it. */
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
