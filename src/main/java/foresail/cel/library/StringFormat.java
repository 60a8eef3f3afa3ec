package foresail.cel.library;

import static foresail.cel.library.Kind.STRING;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code '%s has %d'.format(['web', 3])} (cel-go ext/formatting.go, v0.26). */
final class StringFormat {
  private static final int DEFAULT_PRECISION = 6;

  private final String format;
  private final List<?> arguments;
  private final StringBuilder text = new StringBuilder();
  private int at;
  private int next;

  private StringFormat(String format, List<?> arguments) {
    this.format = format;
    this.arguments = arguments;
  }

  static void addTo(Functions functions) {
    functions.member(
        "format",
        "string_format",
        STRING,
        STRING,
        Kind.list(SimpleType.DYN),
        (format, arguments) -> new StringFormat(format, arguments).write());
  }

  private String write() {
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%') {
        text.append(c);
      } else if (at < format.length() && format.charAt(at) == '%') {
        text.append('%');
        at++;
      } else {
        clause();
      }
    }
    return text.toString();
  }

  private void clause() {
    if (next >= arguments.size()) {
      throw new IllegalArgumentException("index " + next + " out of range");
    }
    int precision = precision();
    if (at >= format.length()) {
      throw new IllegalArgumentException("unexpected end of string");
    }
    char verb = format.charAt(at++);
    Object argument = arguments.get(next++);
    text.append(
        switch (verb) {
          case 's' -> plain(argument);
          case 'd' -> decimal(argument);
          case 'f' -> fixed(argument, precision);
          case 'e' -> scientific(argument, precision);
          case 'b' -> argument instanceof Boolean flag ? (flag ? "1" : "0") : based(argument, 2);
          case 'o' -> based(argument, 8);
          case 'x' -> hex(argument);
          case 'X' -> hex(argument).toUpperCase(Locale.ROOT);
          default ->
              throw new IllegalArgumentException("unrecognized formatting clause \"" + verb + "\"");
        });
  }

  private int precision() {
    if (at >= format.length() || format.charAt(at) != '.') {
      return DEFAULT_PRECISION;
    }
    int start = ++at;
    while (at < format.length() && Character.isDigit(format.charAt(at))) {
      at++;
    }
    if (start == at || at - start > 4) {
      throw new IllegalArgumentException("could not find end of precision specifier");
    }
    return Integer.parseInt(format.substring(start, at));
  }

  /** A value as {@code string(value)} has it. */
  private static String plain(Object value) {
    if (value instanceof List<?> list) {
      StringBuilder all = new StringBuilder("[");
      for (Object item : list) {
        all.append(all.length() > 1 ? ", " : "").append(inside(item));
      }
      return all.append(']').toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, held) -> sorted.put(inside(key), inside(held)));
      StringBuilder all = new StringBuilder("{");
      sorted.forEach(
          (key, held) ->
              all.append(all.length() > 1 ? ", " : "").append(key).append(": ").append(held));
      return all.append('}').toString();
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof NullValue) {
      return "null";
    }
    if (value instanceof Duration duration) {
      return seconds(duration);
    }
    if (value instanceof CelByteString bytes) {
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
    if (value instanceof String
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof Instant
        || value instanceof UnsignedLong) {
      return value.toString();
    }
    throw new IllegalArgumentException(
        "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists,"
            + " types, durations, and timestamps");
  }

  /** A value that is part of a list or map. */
  private static String inside(Object value) {
    if (value instanceof String string) {
      return quoted(string);
    }
    if (value instanceof Instant) {
      return "timestamp(\"" + plain(value) + "\")";
    }
    if (value instanceof Duration) {
      return "duration(\"" + plain(value) + "\")";
    }
    return value instanceof CelByteString ? "b\"" + plain(value) + "\"" : plain(value);
  }

  private static String quoted(String string) {
    return '"'
        + string
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\r", "\\r")
        + '"';
  }

  private static String number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return special(number);
    }
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return exact.signum() == 0 ? "0" : exact.toPlainString();
  }

  private static String special(double number) {
    return Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
  }

  private static String seconds(Duration duration) {
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds())
            .add(BigDecimal.valueOf(duration.getNano(), 9))
            .stripTrailingZeros();
    return (seconds.signum() == 0 ? "0" : seconds.toPlainString()) + "s";
  }

  private static String decimal(Object value) {
    if (value instanceof Long || value instanceof UnsignedLong) {
      return value.toString();
    }
    throw new IllegalArgumentException("decimal clause can only be used on integers");
  }

  private static String fixed(Object value, int precision) {
    double number = real(value, "fixed-point");
    return Double.isNaN(number) || Double.isInfinite(number)
        ? special(number)
        : new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(Object value, int precision) {
    double number = real(value, "scientific");
    return Double.isNaN(number) || Double.isInfinite(number)
        ? special(number)
        : String.format(Locale.ROOT, "%." + precision + "e", number);
  }

  private static double real(Object value, String clause) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(clause + " clause can only be used on doubles");
  }

  private static String based(Object value, int base) {
    if (value instanceof Long number) {
      return Long.toString(number, base);
    }
    if (value instanceof UnsignedLong number) {
      return number.toString(base);
    }
    throw new IllegalArgumentException("only integers can be formatted in base " + base);
  }

  private static String hex(Object value) {
    byte[] bytes;
    if (value instanceof String string) {
      bytes = string.getBytes(StandardCharsets.UTF_8);
    } else if (value instanceof CelByteString string) {
      bytes = string.toByteArray();
    } else {
      return based(value, 16);
    }
    StringBuilder hex = new StringBuilder();
    for (byte b : bytes) {
      hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return hex.toString();
  }
}
