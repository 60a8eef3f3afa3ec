package foresail.schema.custom;

import foresail.notation.Cidrs;
import foresail.notation.GoDuration;
import foresail.notation.IpAddresses;
import foresail.notation.Rfc3339;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The formats of texts that the server looks at; it lets all others be
 * (apiextensions-apiserver/pkg/apiserver/validation/formats.go and
 * k8s.io/kube-openapi/pkg/validation/strfmt, v1.36). Numbers of books and credit cards are not
 * looked at here.
 */
final class TextFormat {
  private static final String HEX = "[0-9a-fA-F]";
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String PART = "\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*";
  private static final int LONGEST_HOST = 255;
  private static final int LONGEST_LABEL = 63;

  private TextFormat() {}

  /** Whether the server knows the format; dashes in its name do not count. */
  static boolean isKnown(String format) {
    return switch (plain(format)) {
      case "bsonobjectid",
          "uri",
          "email",
          "hostname",
          "ipv4",
          "ipv6",
          "cidr",
          "mac",
          "uuid",
          "uuid3",
          "uuid4",
          "uuid5",
          "isbn",
          "isbn10",
          "isbn13",
          "creditcard",
          "ssn",
          "hexcolor",
          "rgbcolor",
          "byte",
          "password",
          "date",
          "duration",
          "datetime",
          "k8sshortname",
          "k8slongname" ->
          true;
      default -> false;
    };
  }

  private static String plain(String format) {
    return format.indexOf('-') < 0 ? format : format.replace("-", "");
  }

  /**
   * @param format one that {@link #isKnown}
   */
  static boolean fits(String format, String text) {
    return switch (plain(format)) {
      case "bsonobjectid" -> matches(HEX + "{24}", text);
      case "uri" -> isUri(text);
      case "email" -> matches("(?s).*[^\\s<@]\\s*@\\s*[^\\s@].*", text);
      case "hostname" -> isHost(text);
      case "ipv4" -> text.indexOf('.') >= 0 && IpAddresses.parse(plainIp(text)).isPresent();
      case "ipv6" -> text.indexOf(':') >= 0 && IpAddresses.parse(text).isPresent();
      case "cidr" -> Cidrs.parse(plainIp(text)).isPresent();
      case "mac" -> isMac(text);
      case "uuid" -> uuid(HEX + "{4}-?" + HEX + "{4}", text);
      case "uuid3" -> uuid("3" + HEX + "{3}-?" + HEX + "{4}", text);
      case "uuid4" -> uuid("4" + HEX + "{3}-?[89abAB]" + HEX + "{3}", text);
      case "uuid5" -> uuid("5" + HEX + "{3}-?[89abAB]" + HEX + "{3}", text);
      case "ssn" -> matches("[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}", text);
      case "hexcolor" -> matches("#?(" + HEX + "{3}|" + HEX + "{6})", text);
      case "rgbcolor" -> matches("rgb\\(" + PART + "," + PART + "," + PART + "\\)", text);
      case "byte" ->
          matches(
              "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})",
              text);
      case "date" -> Rfc3339.problem(text + "T00:00:00Z").isEmpty();
      case "duration" -> isDuration(text);
      case "datetime" -> isTime(text);
      case "k8sshortname" -> text.length() <= 63 && matches(LABEL, text);
      case "k8slongname" -> text.length() <= 253 && matches(LABEL + "(\\." + LABEL + ")*", text);
      default -> true;
    };
  }

  private static boolean matches(String pattern, String text) {
    return Pattern.matches(pattern, text);
  }

  private static boolean uuid(String middle, String text) {
    return matches(HEX + "{8}-?" + HEX + "{4}-?" + middle + "-?" + HEX + "{12}", text);
  }

  /** As Go's {@code url.ParseRequestURI}: a path from the root, or with a scheme. */
  private static boolean isUri(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7f) {
        return false;
      }
      if (c == '%'
          && !matches("%" + HEX + "{2}", text.substring(i, Math.min(i + 3, text.length())))) {
        return false;
      }
    }
    return text.startsWith("/")
        || (matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*", text) && !matches("[^/]*//[^/?#]* .*", text));
  }

  private static boolean isHost(String text) {
    String first = "[a-zA-Z0-9\\p{S}\\p{L}]";
    String single = first + "(-?" + first + "{0,62})?";
    String label = first + "([a-zA-Z0-9\\p{S}\\p{L}-]{0,61}" + first + ")?\\.";
    if (text.length() > LONGEST_HOST
        || !matches("(" + single + "|(" + label + ")+[a-zA-Z\\p{L}]{2,63})", text)) {
      return false;
    }
    for (String part : text.split("\\.", -1)) {
      if (part.length() > LONGEST_LABEL) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMac(String text) {
    String pair = HEX + "{2}";
    for (int more : new int[] {5, 7, 19}) {
      if (matches(pair + "(:" + pair + "){" + more + "}", text)
          || matches(pair + "(-" + pair + "){" + more + "}", text)
          || matches(HEX + "{4}(\\." + HEX + "{4}){" + (more - 1) / 2 + "}", text)) {
        return true;
      }
    }
    return false;
  }

  /** Go's notation, or numbers with units that may be spelt out. */
  private static boolean isDuration(String text) {
    if (GoDuration.parse(text).isPresent()) {
      return true;
    }
    var part =
        Pattern.compile(
            "\\d+\\s*(?:nano[a-z]*|micro[a-z]*|milli[a-z]*|sec[a-z]*|min[a-z]*|hour[a-z]*|day[a-z]*"
                + "|week[a-z]*|ns|us|µs|ms|s|m|hr|h|d|wk|w)(?![A-Za-zµ])",
            Pattern.CASE_INSENSITIVE);
    return part.matcher(text).find();
  }

  /** RFC 3339, with small letters too, and anything in place of the point. */
  private static boolean isTime(String text) {
    int t = text.toLowerCase(Locale.ROOT).indexOf('t');
    return t > 0
        && fits("date", text.substring(0, t))
        && matches(
            "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](.[0-9]+)?([zZ]|[+-][0-9]{2}:[0-9]{2})",
            text.substring(t + 1));
  }

  /** Without the zeros before the parts of an IPv4 address, which the server lets pass here. */
  private static String plainIp(String text) {
    return text.indexOf('.') < 0 ? text : text.replaceAll("(?<![0-9A-Fa-f:])0+(?=[0-9])", "");
  }
}
