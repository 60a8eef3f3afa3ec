package foresail.simulation.api;

/** Whether an Event tells of the ordinary or of trouble. */
public enum EventType {
  NORMAL("Normal"),
  WARNING("Warning");

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  /** As the API writes it. */
  public String word() {
    return word;
  }
}
