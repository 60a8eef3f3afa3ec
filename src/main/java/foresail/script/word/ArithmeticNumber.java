package foresail.script.word;

import java.util.Optional;

/** Numbers as arithmetic writes them. */
final class ArithmeticNumber {
  private ArithmeticNumber() {}

  /**
   * Reads {@code 10}, {@code 010}, {@code 0x1f}, {@code 2#101}; too long a decimal is the largest
   * number.
   */
  static Optional<Long> parse(String digits) {
    try {
      int sharp = digits.indexOf('#');
      if (sharp > 0) {
        int radix = Integer.parseInt(digits.substring(0, sharp));
        return Optional.of(Long.parseLong(digits.substring(sharp + 1), radix));
      }
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        return Optional.of(Long.parseUnsignedLong(digits.substring(2), 16));
      }
      boolean octal = digits.length() > 1 && digits.startsWith("0");
      return Optional.of(Long.parseLong(digits, octal ? 8 : 10));
    } catch (NumberFormatException notANumber) {
      boolean tooLong = digits.chars().allMatch(c -> c >= '0' && c <= '9') && digits.length() > 18;
      return tooLong ? Optional.of(Long.MAX_VALUE) : Optional.empty();
    }
  }
}
