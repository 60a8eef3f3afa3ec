package foresail.validation.network;

import foresail.notation.Cidrs;
import foresail.notation.IpAddresses;
import foresail.notation.IpAddresses.Address;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import java.util.List;
import java.util.Optional;

/** Addresses and ranges in fields; from 1.36 on the server reads them strictly. */
final class Addresses {
  private static final int STRICT_SINCE = 36;

  private Addresses() {}

  /** Whether the field holds an address; tells where it does not. */
  static boolean address(String fact, Field field, Refusals out) {
    List<String> problems = IpAddresses.problems(field.text(), out.release() >= STRICT_SINCE);
    Names.tell(fact, field, problems, out);
    return problems.isEmpty();
  }

  /** A range; blanks around it do not count. */
  static void range(String fact, Field field, Refusals out) {
    range(fact, field, field.text().trim(), out);
  }

  static void range(String fact, Field field, String text, Refusals out) {
    Names.tell(fact, field, text, Cidrs.problems(text, out.release() >= STRICT_SINCE), out);
  }

  /** No address that means one machine to itself or to its link. */
  static void notSpecial(String fact, Field field, Refusals out) {
    Optional<Address> read = IpAddresses.parse(field.text());
    if (read.isEmpty()) {
      out.invalid(fact, field, "must be a valid IP address");
      return;
    }
    byte[] bytes = read.get().bytes();
    boolean six = bytes.length == 16 && !read.get().mapped();
    int from = bytes.length == 16 && !six ? 12 : 0;
    int first = bytes[from] & 0xff;
    int second = bytes[from + 1] & 0xff;
    if (isZeroButLast(bytes, from) && bytes[bytes.length - 1] == 0) {
      out.invalid(fact, field, "may not be unspecified (" + GoValues.quoted(field.text()) + ")");
    }
    boolean loopback =
        six ? isZeroButLast(bytes, from) && bytes[bytes.length - 1] == 1 : first == 127;
    if (loopback) {
      out.invalid(fact, field, "may not be in the loopback range (127.0.0.0/8, ::1/128)");
    }
    boolean linkLocal =
        six ? first == 0xfe && (second & 0xc0) == 0x80 : first == 169 && second == 254;
    if (linkLocal) {
      out.invalid(fact, field, "may not be in the link-local range (169.254.0.0/16, fe80::/10)");
    }
    boolean multicast =
        six
            ? first == 0xff && (second & 0x0f) == 2
            : first == 224 && second == 0 && bytes[from + 2] == 0;
    if (multicast) {
      out.invalid(
          fact, field, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
    }
  }

  private static boolean isZeroButLast(byte[] bytes, int from) {
    for (int i = from; i < bytes.length - 1; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
