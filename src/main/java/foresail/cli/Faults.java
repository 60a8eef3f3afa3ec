package foresail.cli;

/** Names what broke: the stage and the object, where the stage said so. */
final class Faults {
  private Faults() {}

  static String describe(Throwable fault) {
    String what =
        fault.getMessage() == null
            ? fault.getClass().getSimpleName()
            : fault.getClass().getSimpleName() + ": " + firstLine(fault.getMessage());
    Throwable cause = fault.getCause();
    return cause == null ? what : what + " (" + describe(cause) + ")";
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
