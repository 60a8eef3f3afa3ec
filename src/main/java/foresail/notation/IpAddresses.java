package foresail.notation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * IP addresses as Go reads them, without zones, and what the server says of wrong ones
 * (apimachinery/pkg/util/validation/ip.go, v1.36).
 */
public final class IpAddresses {
  private IpAddresses() {}

  /**
   * An address.
   *
   * @param bytes 4 for IPv4, 16 for IPv6
   * @param leadingZeros whether a part of an IPv4 address is written with one
   * @param mapped whether it is an IPv4 address written as {@code ::ffff:1.2.3.4}
   */
  public record Address(byte[] bytes, boolean leadingZeros, boolean mapped) {
    public Address {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    public boolean isIpv6() {
      return bytes.length == 16;
    }

    /** As RFC 5952 writes it: the longest run of zeros left out, in lower case. */
    public String canonical() {
      if (!isIpv6()) {
        return (bytes[0] & 0xff)
            + "."
            + (bytes[1] & 0xff)
            + "."
            + (bytes[2] & 0xff)
            + "."
            + (bytes[3] & 0xff);
      }
      int[] groups = new int[8];
      for (int i = 0; i < groups.length; i++) {
        groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
      }
      int gapFrom = -1;
      int gapLength = 1; // a single group of zeros is written out
      for (int from = 0; from < groups.length; from++) {
        int to = from;
        while (to < groups.length && groups[to] == 0) {
          to++;
        }
        if (to - from > gapLength) {
          gapFrom = from;
          gapLength = to - from;
        }
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < groups.length; i++) {
        if (i == gapFrom) {
          text.append("::");
          i += gapLength - 1;
        } else {
          boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
          text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
        }
      }
      return text.toString();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Address that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /**
   * What is wrong with an address that has to be written in one way only, in the server's words.
   */
  public static List<String> canonicalProblems(String text) {
    List<String> problems = problems(text, true);
    if (!problems.isEmpty()) {
      return problems;
    }
    String canonical = parse(text).orElseThrow().canonical();
    return canonical.equals(text)
        ? List.of()
        : List.of("must be in canonical form (\"" + canonical + "\")");
  }

  /** What is wrong with a text as an address, in the server's words; strict since 1.36. */
  public static List<String> problems(String text, boolean strict) {
    Optional<Address> address = parse(text);
    if (address.isEmpty()) {
      return List.of("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
    }
    if (strict && address.get().leadingZeros()) {
      return List.of("must not have leading 0s");
    }
    return strict && address.get().mapped()
        ? List.of("must not be an IPv4-mapped IPv6 address")
        : List.of();
  }

  /** Reads an address; leading zeros in IPv4 are decimal, as of old. */
  public static Optional<Address> parse(String text) {
    return text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text);
  }

  private static Optional<Address> ipv4(String text) {
    byte[] bytes = new byte[4];
    boolean zeros = false;
    int start = 0;
    for (int part = 0; part < 4; part++) {
      int dot = part < 3 ? text.indexOf('.', start) : text.length();
      if (dot < 0) {
        return Optional.empty();
      }
      int number = number(text, start, dot, 10, 255);
      if (number < 0) {
        return Optional.empty();
      }
      zeros |= dot - start > 1 && text.charAt(start) == '0';
      bytes[part] = (byte) number;
      start = dot + 1;
    }
    return Optional.of(new Address(bytes, zeros, false));
  }

  private static Optional<Address> ipv6(String text) {
    byte[] bytes = new byte[16];
    int filled = 0;
    int gap = -1;
    int at = 0;
    boolean zeros = false;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      int end = text.indexOf(':', at);
      int stop = end < 0 ? text.length() : end;
      if (end < 0 && text.indexOf('.', at) >= 0) {
        Optional<Address> tail = ipv4(text.substring(at));
        if (tail.isEmpty() || filled > 12) {
          return Optional.empty();
        }
        System.arraycopy(tail.get().bytes(), 0, bytes, filled, 4);
        zeros = tail.get().leadingZeros();
        filled += 4;
        break;
      }
      int number = stop - at > 4 ? -1 : number(text, at, stop, 16, 0xffff);
      if (number < 0 || filled == 16) {
        return Optional.empty();
      }
      bytes[filled++] = (byte) (number >> 8);
      bytes[filled++] = (byte) number;
      if (end < 0) {
        break;
      }
      at = end + 1;
      if (at == text.length()) {
        return Optional.empty(); // a single colon at the end
      }
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return Optional.empty();
        }
        gap = filled;
        at++;
      }
    }
    return spread(bytes, filled, gap, zeros);
  }

  private static Optional<Address> spread(byte[] bytes, int filled, int gap, boolean zeros) {
    if (gap < 0 ? filled != 16 : filled == 16) {
      return Optional.empty();
    }
    byte[] all = bytes.clone();
    if (gap >= 0) {
      Arrays.fill(all, gap, 16, (byte) 0);
      System.arraycopy(bytes, gap, all, 16 - (filled - gap), filled - gap);
    }
    boolean mapped = all[10] == (byte) 0xff && all[11] == (byte) 0xff;
    for (int i = 0; i < 10 && mapped; i++) {
      mapped = all[i] == 0;
    }
    return Optional.of(new Address(all, zeros, mapped));
  }

  private static int number(String text, int from, int to, int base, int most) {
    if (from == to) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, base) : -1;
      number = digit < 0 ? -1 : number * base + digit;
      if (number < 0 || number > most) {
        return -1;
      }
    }
    return number;
  }
}
