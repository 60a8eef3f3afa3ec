package foresail.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as Go prints them. */
final class GoFloat {
  private GoFloat() {}

  /**
   * As encoding/json prints a float64: shortest digits, no exponent from 1e-6 up to 1e21.
   *
   * @param value finite
   */
  static String json(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    double size = Math.abs(value);
    BigDecimal digits = shortest(size, false);
    String sign = value < 0 ? "-" : "";
    if (size < 1e-6 || size >= 1e21) {
      return sign + exponent(digits, 1);
    }
    return sign + plain(digits);
  }

  /**
   * As sigs.k8s.io/yaml prints a number that is a key: {@code strconv.FormatFloat(value, 'g', -1,
   * 32)}, so with the precision of a float32.
   *
   * @param value finite
   */
  static String key(double value) {
    float narrow = (float) value;
    if (Float.isInfinite(narrow)) {
      return narrow < 0 ? "-.inf" : ".inf";
    }
    if (narrow == 0) {
      return 1 / narrow < 0 ? "-0" : "0";
    }
    float size = Math.abs(narrow);
    BigDecimal digits = shortest(size, true);
    int exponent = digits.precision() - digits.scale() - 1;
    String sign = narrow < 0 ? "-" : "";
    return exponent < -4 || exponent >= 6 ? sign + exponent(digits, 2) : sign + plain(digits);
  }

  /**
   * The fewest digits that read back as the value, and of those the nearest. toString of JDK 17
   * sometimes has a digit too many.
   */
  private static BigDecimal shortest(double size, boolean narrow) {
    BigDecimal exact = new BigDecimal(size);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal near = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (same(near, size, narrow)) {
        return near.stripTrailingZeros();
      }
      // Below a power of two the values lie closer together, so the nearest may be one too few.
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
      if (same(above, size, narrow)) {
        return above.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static boolean same(BigDecimal digits, double size, boolean narrow) {
    return narrow ? digits.floatValue() == (float) size : digits.doubleValue() == size;
  }

  private static String plain(BigDecimal digits) {
    return digits.toPlainString();
  }

  /**
   * @param width least number of digits of the exponent
   */
  private static String exponent(BigDecimal digits, int width) {
    String all = digits.unscaledValue().toString();
    int exponent = all.length() - digits.scale() - 1;
    StringBuilder out = new StringBuilder().append(all.charAt(0));
    if (all.length() > 1) {
      out.append('.').append(all, 1, all.length());
    }
    out.append('e').append(exponent < 0 ? '-' : '+');
    String power = Integer.toString(Math.abs(exponent));
    return out.append("0".repeat(Math.max(0, width - power.length()))).append(power).toString();
  }
}
