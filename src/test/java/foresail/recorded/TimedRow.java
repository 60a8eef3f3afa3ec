package foresail.recorded;

/**
 * A row and when it came.
 *
 * @param at in seconds
 * @param cells READY, STATUS and RESTARTS in one text
 */
record TimedRow(double at, String cells) {
  static final String DELETED = "(deleted)";

  static TimedRow of(double at, String ready, String status, int restarts) {
    return status.equals(DELETED)
        ? new TimedRow(at, DELETED)
        : new TimedRow(at, ready + " " + status + " " + restarts);
  }

  boolean deleted() {
    return cells.equals(DELETED);
  }
}
