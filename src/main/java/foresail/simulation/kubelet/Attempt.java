package foresail.simulation.kubelet;

/**
 * How one attempt of a probe went.
 *
 * @param text what the Event says; empty for a success
 */
record Attempt(Outcome outcome, String text) {
  enum Outcome {
    SUCCEEDED,
    FAILED,
    /** The attempt could not be made: it counts for nothing. */
    ERRED
  }

  static Attempt succeeded() {
    return new Attempt(Outcome.SUCCEEDED, "");
  }

  static Attempt failed(String text) {
    return new Attempt(Outcome.FAILED, text);
  }

  static Attempt error(String text) {
    return new Attempt(Outcome.ERRED, text);
  }
}
