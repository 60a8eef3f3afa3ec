package foresail.cel.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An absolute URL or path, taken apart as Go does ({@code url.ParseRequestURI}, Go 1.25).
 *
 * @param scheme in lower case; empty where there is none, as are the other parts
 * @param host with its port
 * @param path with {@code %} where it needs them
 * @param query as written, without {@code ?}
 */
record GoUrl(String scheme, String host, String path, String query) {
  /** Empty where the server takes the text for no URL. */
  static Optional<GoUrl> parse(String text) {
    if (text.isEmpty() || hasControl(text)) {
      return Optional.empty();
    }
    int colon = schemeEnd(text);
    if (colon == 0) {
      return Optional.empty(); // "missing protocol scheme"
    }
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = colon < 0 ? text : text.substring(colon + 1);
    if (!rest.startsWith("/")) {
      // A scheme makes what follows opaque, which the server's first reading takes for a URL.
      return scheme.isEmpty() ? Optional.empty() : Optional.of(new GoUrl(scheme, "", "", ""));
    }
    int fragment = rest.indexOf('#');
    String bare = fragment < 0 ? rest : rest.substring(0, fragment);
    int question = bare.indexOf('?');
    String query = question < 0 ? "" : bare.substring(question + 1);
    String place = question < 0 ? bare : bare.substring(0, question);
    boolean authority = place.startsWith("//") && !place.startsWith("///") && !scheme.isEmpty();
    String host = "";
    if (authority) {
      int slash = place.indexOf('/', 2);
      String written = slash < 0 ? place.substring(2) : place.substring(2, slash);
      place = slash < 0 ? "" : place.substring(slash);
      host = written.substring(written.lastIndexOf('@') + 1);
      if (!isHost(host) || written.substring(0, written.length() - host.length()).contains(" ")) {
        return Optional.empty();
      }
    }
    if (!isEscaped(place)) {
      return Optional.empty();
    }
    return Optional.of(new GoUrl(scheme, host, escape(place), query));
  }

  /** The host without port and brackets. */
  String hostname() {
    if (host.startsWith("[")) {
      return host.substring(1, host.indexOf(']'));
    }
    int colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  String port() {
    int colon = host.lastIndexOf(':');
    return colon < 0 || colon < host.indexOf(']') ? "" : host.substring(colon + 1);
  }

  /** All values of each key, unescaped; pairs that Go does not take are left out. */
  Map<String, List<String>> queryValues() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty() || pair.contains(";")) {
        continue;
      }
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (isEscaped(key) && isEscaped(value)) {
        values.computeIfAbsent(unescape(key), name -> new ArrayList<>()).add(unescape(value));
      }
    }
    return values;
  }

  /** Where the colon behind a scheme is; -1 where there is none, 0 where the scheme is missing. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':') {
        return i;
      }
      if (!letter && !(i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      int end = host.indexOf(']');
      return end > 0 && isPort(host.substring(end + 1));
    }
    for (int i = 0; i < host.length(); i++) {
      if (" <>\"\\^`{|}".indexOf(host.charAt(i)) >= 0) {
        return false;
      }
    }
    int colon = host.indexOf(':');
    return colon < 0 || isPort(host.substring(colon));
  }

  private static boolean isPort(String text) {
    return text.isEmpty()
        || (text.charAt(0) == ':' && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
  }

  private static boolean isEscaped(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (i + 2 >= text.length()
          || Character.digit(text.charAt(i + 1), 16) < 0
          || Character.digit(text.charAt(i + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String escape(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c > 0x20 && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0) {
        escaped.append(c);
      } else {
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }

  private static String unescape(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] plain = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        plain[length++] =
            (byte) (Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16));
        i += 2;
      } else {
        plain[length++] = bytes[i] == '+' ? (byte) ' ' : bytes[i];
      }
    }
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }
}
