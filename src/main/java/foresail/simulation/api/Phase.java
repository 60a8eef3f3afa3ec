package foresail.simulation.api;

/** A pod's phase, as the API writes it. */
public enum Phase {
  PENDING("Pending"),
  RUNNING("Running"),
  SUCCEEDED("Succeeded"),
  FAILED("Failed");

  private final String word;

  Phase(String word) {
    this.word = word;
  }

  /** As the API writes it. */
  public String word() {
    return word;
  }

  /** Whether a pod never leaves it. */
  public boolean terminal() {
    return this == SUCCEEDED || this == FAILED;
  }
}
