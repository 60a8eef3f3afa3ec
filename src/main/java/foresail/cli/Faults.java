package foresail.cli;

import foresail.StageFault;

/** Names what broke: the stage and the object, where the stage said so. */
final class Faults {
  private Faults() {}

  /** {@code validation of Deployment "web" (web.yaml:1): NullPointerException: ...}. */
  static String describe(Throwable fault) {
    Throwable deepest = fault;
    String where = "";
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof StageFault) {
        where = each.getMessage() + ": ";
      }
      deepest = each;
    }
    String message = deepest.getMessage();
    return where
        + deepest.getClass().getSimpleName()
        + (message == null ? "" : ": " + firstLine(message));
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
