package foresail.cli;

/** What a run's exit status tells. */
final class ExitStatus {
  /** Nothing at or above the limit was found. */
  static final int CLEAN = 0;

  static final int FINDINGS = 1;

  /** Wrong options, or a named path that does not exist. */
  static final int USAGE = 2;

  /** Our own fault. */
  static final int FAULT = 3;

  private ExitStatus() {}
}
