package foresail.notation;

import java.util.List;
import java.util.Optional;

/** Ranges of addresses: {@code 10.0.0.0/8}, {@code 2001:db8::/32}. */
public final class Cidrs {
  private static final String NOT_A_RANGE =
      "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

  private Cidrs() {}

  /**
   * A range.
   *
   * @param leadingZeros whether a number of it is written with zeros in front
   * @param prefix how many bits are fixed
   */
  public record Range(IpAddresses.Address address, int prefix, boolean leadingZeros) {
    /** Whether bits are set behind the fixed ones. */
    public boolean hasHostBits() {
      byte[] bytes = address.bytes();
      for (int bit = prefix; bit < bytes.length * 8; bit++) {
        if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0) {
          return true;
        }
      }
      return false;
    }

    /** Whether a range of the same family lies within this one. */
    public boolean contains(Range other) {
      byte[] mine = address.bytes();
      byte[] others = other.address.bytes();
      if (mine.length != others.length || other.prefix < prefix) {
        return false;
      }
      for (int bit = 0; bit < prefix; bit++) {
        int shift = 7 - bit % 8;
        if ((mine[bit / 8] >> shift & 1) != (others[bit / 8] >> shift & 1)) {
          return false;
        }
      }
      return true;
    }
  }

  /** What is wrong with a range that has to be written in one way only, in the server's words. */
  public static List<String> canonicalProblems(String text) {
    List<String> problems = problems(text, true);
    if (!problems.isEmpty()) {
      return problems;
    }
    Range range = parse(text).orElseThrow();
    String canonical = range.address().canonical() + "/" + range.prefix();
    return canonical.equals(text)
        ? List.of()
        : List.of("must be in canonical form (\"" + canonical + "\")");
  }

  /** What is wrong with a text as a range, in the server's words; strict since 1.36. */
  public static List<String> problems(String text, boolean strict) {
    Optional<Range> range = parse(text);
    if (range.isEmpty()) {
      return List.of(NOT_A_RANGE);
    }
    if (!strict) {
      return List.of();
    }
    if (range.get().leadingZeros()) {
      return List.of("must not have leading 0s in IP or prefix length");
    }
    if (range.get().address().mapped()) {
      return List.of("must not have an IPv4-mapped IPv6 address");
    }
    return range.get().hasHostBits()
        ? List.of("must not have bits set beyond the prefix length")
        : List.of();
  }

  public static Optional<Range> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String digits = text.substring(slash + 1);
    if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(Cidrs::isDigit)) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(digits);
    boolean zeros = digits.length() > 1 && digits.charAt(0) == '0';
    return IpAddresses.parse(text.substring(0, slash))
        .filter(address -> prefix <= address.bytes().length * 8)
        .map(address -> new Range(address, prefix, zeros || address.leadingZeros()));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
