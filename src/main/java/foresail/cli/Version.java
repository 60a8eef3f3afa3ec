package foresail.cli;

/** Which Foresail this is. */
final class Version {
  private Version() {}

  /** The number, and {@code dev} where classes run that no build has packed. */
  static String number() {
    String packed = Version.class.getPackage().getImplementationVersion();
    return packed == null ? "dev" : packed;
  }

  static String line() {
    return "foresail " + number() + " (Java " + Runtime.version().feature() + ")";
  }
}
