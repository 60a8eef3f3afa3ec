package foresail.schema;

import foresail.source.ScalarNode;
import foresail.source.ScalarType;

/** Whether a number fits an integer of a size; {@code 3.0} and {@code 1e1} are whole too. */
public final class WholeNumber {
  private static final int ALWAYS_32 = 9;
  private static final int ALWAYS_64 = 18;

  private WholeNumber() {}

  /**
   * @param bits 32 or 64
   */
  public static boolean fits(ScalarNode number, int bits) {
    String text = number.text();
    boolean whole = number.type() == ScalarType.INTEGER;
    if (whole && text.length() <= (bits == 32 ? ALWAYS_32 : ALWAYS_64)) {
      return true;
    }
    return whole ? integerFits(text, bits) : floatFits(text, bits);
  }

  /** The same for the digits of an integer. */
  static boolean integerFits(String text, int bits) {
    try {
      long value = Long.parseLong(text);
      return bits == 64 || value == (int) value;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean floatFits(String text, int bits) {
    try {
      double value = Double.parseDouble(text);
      double limit = bits == 32 ? 0x1p31 : 0x1p63;
      return value == Math.rint(value) && value >= -limit && value < limit;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
