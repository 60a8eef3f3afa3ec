package foresail.cel.library;

import static foresail.cel.library.Kind.BOOL;
import static foresail.cel.library.Kind.INT;
import static foresail.cel.library.Kind.STRING;

import foresail.notation.Cidrs;
import foresail.notation.Cidrs.Range;
import foresail.notation.IpAddresses;
import foresail.notation.IpAddresses.Address;
import java.util.Optional;

/** IP addresses and ranges of them (apiserver/pkg/cel/library/ip.go and cidr.go, v1.36). */
final class AddressLibrary {
  private static final Kind<Address> IP = Kind.named("net.IP", Address.class);
  private static final Kind<Range> CIDR = Kind.named("net.CIDR", Range.class);

  private AddressLibrary() {}

  static void addTo(Functions functions) {
    functions.global("ip", "string_to_ip", IP, STRING, AddressLibrary::address);
    functions.global("isIP", "is_ip", BOOL, STRING, text -> readAddress(text).isPresent());
    functions.global(
        "ip.isCanonical",
        "ip_is_canonical",
        BOOL,
        STRING,
        text -> address(text).canonical().equals(text));
    functions.global("string", "ip_to_string", STRING, IP, Address::canonical);
    functions.member("family", "ip_family", INT, IP, ip -> ip.isIpv6() ? 6L : 4L);
    functions.member("isUnspecified", "ip_is_unspecified", BOOL, IP, Scopes::isUnspecified);
    functions.member("isLoopback", "ip_is_loopback", BOOL, IP, Scopes::isLoopback);
    functions.member(
        "isLinkLocalMulticast",
        "ip_is_link_local_multicast",
        BOOL,
        IP,
        Scopes::isLinkLocalMulticast);
    functions.member(
        "isLinkLocalUnicast", "ip_is_link_local_unicast", BOOL, IP, Scopes::isLinkLocalUnicast);
    functions.member("isGlobalUnicast", "ip_is_global_unicast", BOOL, IP, Scopes::isGlobalUnicast);
    functions.typeName(IP);
    addRanges(functions);
  }

  private static void addRanges(Functions functions) {
    functions.global("cidr", "string_to_cidr", CIDR, STRING, AddressLibrary::range);
    functions.global("isCIDR", "is_cidr", BOOL, STRING, text -> readRange(text).isPresent());
    functions.global("string", "cidr_to_string", STRING, CIDR, AddressLibrary::text);
    functions.member(
        "containsIP",
        "cidr_contains_ip_string",
        BOOL,
        CIDR,
        STRING,
        (range, text) -> contains(range, address(text)));
    functions.member("containsIP", "cidr_contains_ip_ip", BOOL, CIDR, IP, AddressLibrary::contains);
    functions.member(
        "containsCIDR",
        "cidr_contains_cidr_string",
        BOOL,
        CIDR,
        STRING,
        (range, text) -> containsRange(range, range(text)));
    functions.member(
        "containsCIDR", "cidr_contains_cidr", BOOL, CIDR, CIDR, AddressLibrary::containsRange);
    functions.member("ip", "cidr_ip", IP, CIDR, Range::address);
    functions.member(
        "prefixLength", "cidr_prefix_length", INT, CIDR, range -> (long) range.prefix());
    functions.member("masked", "cidr_masked", CIDR, CIDR, AddressLibrary::masked);
    functions.typeName(CIDR);
  }

  private static Address address(String text) {
    return readAddress(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "IP Address \"" + text + "\" parse error during conversion from string"));
  }

  private static Optional<Address> readAddress(String text) {
    return IpAddresses.parse(text).filter(address -> !address.leadingZeros() && !address.mapped());
  }

  private static Range range(String text) {
    return readRange(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "network address parse error during conversion from string: \"" + text + "\""));
  }

  private static Optional<Range> readRange(String text) {
    return Cidrs.parse(text).filter(range -> !range.leadingZeros() && !range.address().mapped());
  }

  private static String text(Range range) {
    return range.address().canonical() + "/" + range.prefix();
  }

  private static boolean contains(Range range, Address address) {
    return range.contains(new Range(address, address.bytes().length * 8, false));
  }

  private static boolean containsRange(Range range, Range other) {
    return range.prefix() <= other.prefix()
        && masked(range).address().equals(maskedTo(other, range.prefix()));
  }

  private static Address maskedTo(Range range, int prefix) {
    return masked(new Range(range.address(), prefix, false)).address();
  }

  private static Range masked(Range range) {
    byte[] bytes = range.address().bytes();
    for (int bit = range.prefix(); bit < bytes.length * 8; bit++) {
      bytes[bit / 8] &= (byte) ~(1 << (7 - bit % 8));
    }
    return new Range(new Address(bytes, false, false), range.prefix(), false);
  }

  /** What kind of address it is ({@code net/netip}, Go 1.25). */
  private static final class Scopes {
    private Scopes() {}

    static boolean isUnspecified(Address ip) {
      for (byte b : ip.bytes()) {
        if (b != 0) {
          return false;
        }
      }
      return true;
    }

    static boolean isLoopback(Address ip) {
      byte[] bytes = ip.bytes();
      if (!ip.isIpv6()) {
        return bytes[0] == 127;
      }
      for (int i = 0; i < 15; i++) {
        if (bytes[i] != 0) {
          return false;
        }
      }
      return bytes[15] == 1;
    }

    static boolean isLinkLocalMulticast(Address ip) {
      byte[] bytes = ip.bytes();
      return ip.isIpv6()
          ? (bytes[0] & 0xff) == 0xff && (bytes[1] & 0x0f) == 0x02
          : (bytes[0] & 0xff) == 224 && bytes[1] == 0 && bytes[2] == 0;
    }

    static boolean isLinkLocalUnicast(Address ip) {
      byte[] bytes = ip.bytes();
      return ip.isIpv6()
          ? (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xc0) == 0x80
          : (bytes[0] & 0xff) == 169 && (bytes[1] & 0xff) == 254;
    }

    static boolean isGlobalUnicast(Address ip) {
      byte[] bytes = ip.bytes();
      boolean multicast = ip.isIpv6() ? (bytes[0] & 0xff) == 0xff : (bytes[0] & 0xf0) == 0xe0;
      boolean broadcast =
          !ip.isIpv6() && (bytes[0] & bytes[1] & bytes[2] & bytes[3] & 0xff) == 0xff;
      return !multicast
          && !broadcast
          && !isUnspecified(ip)
          && !isLoopback(ip)
          && !isLinkLocalUnicast(ip);
    }
  }
}
