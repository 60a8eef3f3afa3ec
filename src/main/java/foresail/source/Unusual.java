package foresail.source;

/** Ends the quick reading of a text that needs the full parser. Stays in this package. */
final class Unusual extends RuntimeException {
  /** One is enough: it says nothing but that the other reader shall try. */
  static final Unusual TEXT = new Unusual();

  private static final long serialVersionUID = 1;

  private Unusual() {
    super("needs the full parser", null, false, false);
  }
}
