package foresail.notation;

import java.util.Optional;

/** Whether a text is a time as Go's {@code time.Parse} reads RFC 3339 (time/format.go, Go 1.24). */
public final class Rfc3339 {
  private static final String SECONDS = "2006-01-02T15:04:05Z07:00";
  private static final String MICROSECONDS = "2006-01-02T15:04:05.000000Z07:00";

  private final String text;
  private final String layout;
  private int at;
  private String problem = "";

  private Rfc3339(String text, String layout) {
    this.text = text;
    this.layout = layout;
  }

  /** Go's words where the text is no time; any number of digits may follow the seconds. */
  public static Optional<String> problem(String text) {
    return new Rfc3339(text, SECONDS).parse();
  }

  /** Go's words where the text is no time with exactly six digits behind the seconds. */
  public static Optional<String> problemWithMicroseconds(String text) {
    return new Rfc3339(text, MICROSECONDS).parse();
  }

  private Optional<String> parse() {
    int year = number(4, "2006");
    literal("-");
    int month = number(2, "01");
    range(month >= 1 && month <= 12, "month");
    literal("-");
    int day = number(2, "02");
    literal("T");
    int hour = number(2, "15");
    range(hour < 24, "hour");
    literal(":");
    range(number(2, "04") < 60, "minute");
    literal(":");
    range(number(2, "05") < 60, "second");
    fraction();
    zone();
    if (problem.isEmpty() && at < text.length()) {
      problem = ": extra text: \"" + text.substring(at) + "\"";
    }
    range(day >= 1 && day <= daysIn(year, month), "day");
    return problem.isEmpty()
        ? Optional.empty()
        : Optional.of("parsing time \"" + text + "\"" + problem);
  }

  private int number(int digits, String element) {
    if (!problem.isEmpty()) {
      return 1;
    }
    int value = 0;
    for (int i = 0; i < digits; i++) {
      if (!isDigit(at + i)) {
        fail(element);
        return 1;
      }
      value = value * 10 + text.charAt(at + i) - '0';
    }
    at += digits;
    return value;
  }

  private void literal(String wanted) {
    if (problem.isEmpty()) {
      if (text.startsWith(wanted, at)) {
        at += wanted.length();
      } else {
        fail(wanted);
      }
    }
  }

  private void fraction() {
    boolean dot = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
    int end = at + 1;
    while (dot && isDigit(end)) {
      end++;
    }
    if (!problem.isEmpty()) {
      return;
    }
    if (layout.equals(MICROSECONDS)) {
      if (dot && end - at > 6) {
        at += 7;
      } else {
        fail(".000000");
      }
    } else if (dot && end > at + 1) {
      at = end;
    }
  }

  private void zone() {
    if (!problem.isEmpty()) {
      return;
    }
    if (text.startsWith("Z", at)) {
      at++;
      return;
    }
    boolean shaped =
        text.length() >= at + 6
            && (text.charAt(at) == '+' || text.charAt(at) == '-')
            && isDigit(at + 1)
            && isDigit(at + 2)
            && text.charAt(at + 3) == ':'
            && isDigit(at + 4)
            && isDigit(at + 5);
    if (shaped) {
      range(Integer.parseInt(text, at + 1, at + 3, 10) <= 24, "time zone offset hour");
      range(Integer.parseInt(text, at + 4, at + 6, 10) <= 60, "time zone offset minute");
      at += 6;
    } else {
      fail("Z07:00");
    }
  }

  private void range(boolean inside, String what) {
    if (problem.isEmpty() && !inside) {
      problem = ": " + what + " out of range";
    }
  }

  private void fail(String element) {
    problem =
        " as \""
            + layout
            + "\": cannot parse \""
            + text.substring(at)
            + "\" as \""
            + element
            + "\"";
  }

  private boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
