package foresail.notation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount of a resource: {@code 100m}, {@code 1.5Gi}, {@code 12e6}. Values compare exactly,
 * whatever they were written in (apimachinery/pkg/api/resource/quantity.go, v1.36).
 *
 * <p>Two quantities are equal when value and form are; {@link #compareTo} looks at the value alone.
 *
 * @param value never finer than 10^-9
 * @param form how the canonical text is written
 */
public record Quantity(BigDecimal value, Form form) implements Comparable<Quantity> {
  /** Zero, as {@code 0}. */
  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Form.DECIMAL);

  /** Which suffixes the canonical text takes. */
  public enum Form {
    /** {@code n u m k M G T P E}: powers of 1000. */
    DECIMAL,
    /** {@code Ki Mi Gi Ti Pi Ei}: powers of 1024. */
    BINARY,
    /** {@code e3}: an exponent that is a multiple of 3. */
    EXPONENT
  }

  private static final int NANO_SCALE = 9;
  private static final int MILLI_SCALE = 3;
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final BigInteger BIG_KIBI = BigInteger.valueOf(1024);

  public Quantity {
    requireNonNull(value);
    requireNonNull(form);
  }

  /**
   * Reads a quantity; blanks around it do not count. Empty where the server would not decode it:
   * {@link #problem} then says why.
   */
  public static Optional<Quantity> parse(String text) {
    return QuantityReader.read(text).quantity();
  }

  /** Why a text is no quantity, in the server's words; empty where it is one. */
  public static Optional<String> problem(String text) {
    return QuantityReader.read(text).problem();
  }

  /** -1, 0 or 1. */
  public int sign() {
    return value.signum();
  }

  /** Whether nothing stands behind the decimal point. */
  public boolean isWhole() {
    return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  /** The next whole number upward, and the nearest long beyond its range. */
  public long roundedUp() {
    BigDecimal whole = value.setScale(0, RoundingMode.CEILING);
    if (whole.precision() > 19) {
      return whole.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return whole.toBigInteger().min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  /** As the server keeps it in lists of resources: away from zero to the next thousandth. */
  public Quantity roundedUpToMilli() {
    return value.scale() <= MILLI_SCALE
        ? this
        : new Quantity(value.setScale(MILLI_SCALE, RoundingMode.UP), form);
  }

  /** The sum; its form is that of this quantity, or of the other where this is zero. */
  public Quantity plus(Quantity other) {
    return new Quantity(value.add(other.value), sign() == 0 ? other.form : form);
  }

  /** The larger one; this where both are the same. */
  public Quantity max(Quantity other) {
    return compareTo(other) < 0 ? other : this;
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  /**
   * The canonical text: no fraction, and the largest suffix that loses nothing. {@code 0.5} is
   * {@code 500m}, {@code 1024Mi} is {@code 1Gi}.
   */
  @Override
  public String toString() {
    if (sign() == 0) {
      return "0";
    }
    return form == Form.BINARY && value.abs().compareTo(KIBI) >= 0 && isWhole()
        ? binaryText()
        : decimalText();
  }

  private String binaryText() {
    BigInteger number = value.toBigIntegerExact();
    int power = 0;
    while (power < 6) {
      BigInteger[] parts = number.divideAndRemainder(BIG_KIBI);
      if (parts[1].signum() != 0) {
        break;
      }
      number = parts[0];
      power++;
    }
    return power == 0 ? number.toString() : number + "KMGTPE".substring(power - 1, power) + "i";
  }

  private String decimalText() {
    BigDecimal bare = value.stripTrailingZeros();
    int exponent = Math.floorDiv(-bare.scale(), 3) * 3;
    if (form == Form.EXPONENT) {
      BigInteger number = bare.movePointLeft(exponent).toBigIntegerExact();
      return exponent == 0 ? number.toString() : number + "e" + exponent;
    }
    exponent = Math.min(exponent, 18);
    BigInteger number = bare.movePointLeft(exponent).toBigIntegerExact();
    return exponent == 0 ? number.toString() : number.toString() + suffix(exponent);
  }

  private static char suffix(int exponent) {
    return "num\0kMGTPE".charAt((exponent + NANO_SCALE) / 3);
  }
}
