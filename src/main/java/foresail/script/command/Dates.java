package foresail.script.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** date, on the virtual clock, in UTC. */
final class Dates {
  private static final String USUAL = "%a %b %e %H:%M:%S UTC %Y";

  private Dates() {}

  static Outcome run(Invocation call) {
    var options = Options.of(call.arguments(), "drsI", "date", "set", "reference");
    var when = Optional.of(call.world().now());
    var text = options.value("d", "date");
    if (text.isPresent()) {
      when = parse(text.get(), when.get());
      if (when.isEmpty()) {
        return new Outcome.Unknowable("the date '" + text.get() + "' is not read");
      }
    }
    var format =
        options.operands().stream()
            .filter(word -> word.startsWith("+"))
            .findFirst()
            .map(word -> word.substring(1));
    boolean iso = options.has("I", "iso-8601");
    var pattern =
        format.orElse(
            options.has("R") ? "%a, %d %b %Y %H:%M:%S %z" : iso ? "%Y-%m-%dT%H:%M:%S%:z" : USUAL);
    call.out(format(pattern, when.get().atZone(ZoneOffset.UTC)) + "\n");
    return Outcome.done(0);
  }

  /** Reads {@code @SECONDS}, an ISO date, and {@code 5 minutes ago}. */
  private static Optional<Instant> parse(String text, Instant now) {
    var plain = text.strip();
    try {
      if (plain.matches("@[0-9]{1,12}")) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(plain.substring(1))));
      }
      if (plain.equals("now") || plain.isEmpty()) {
        return Optional.of(now);
      }
      if (plain.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return Optional.of(LocalDate.parse(plain).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      if (plain.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+( ?[+]0000|Z)?")) {
        var local = plain.replaceAll(" ?[+]0000$|Z$", "").replace(' ', 'T');
        return Optional.of(LocalDateTime.parse(local).toInstant(ZoneOffset.UTC));
      }
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
    return relative(List.of(plain.split("\\s+")), now);
  }

  private static Optional<Instant> relative(List<String> words, Instant now) {
    boolean ago = words.size() == 3 && words.get(2).equals("ago");
    if ((words.size() != 2 && !ago) || !words.get(0).matches("[-+]?[0-9]{1,9}")) {
      return Optional.empty();
    }
    long count = Long.parseLong(words.get(0)) * (ago ? -1 : 1);
    var unit = words.get(1).replaceAll("s$", "");
    return switch (unit) {
      case "second", "sec" -> Optional.of(now.plus(Duration.ofSeconds(count)));
      case "minute", "min" -> Optional.of(now.plus(Duration.ofMinutes(count)));
      case "hour" -> Optional.of(now.plus(Duration.ofHours(count)));
      case "day" -> Optional.of(now.plus(Duration.ofDays(count)));
      default -> Optional.empty();
    };
  }

  private static String format(String format, ZonedDateTime time) {
    var text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        text.append(c);
        continue;
      }
      char letter = format.charAt(++i);
      if ((letter == '-' || letter == ':' || letter == '_' || letter == '3')
          && i + 1 < format.length()) {
        char next = format.charAt(++i);
        text.append(modified(letter, next, time));
      } else {
        text.append(field(letter, time));
      }
    }
    return text.toString();
  }

  private static String modified(char modifier, char letter, ZonedDateTime time) {
    if (modifier == ':' && letter == 'z') {
      return "+00:00";
    }
    if (modifier == '3' && letter == 'N') {
      return String.format(Locale.ROOT, "%03d", time.getNano() / 1_000_000);
    }
    var field = field(letter, time);
    return modifier == '-' ? field.replaceFirst("^[0 ](?=.)", "") : field;
  }

  private static String field(char letter, ZonedDateTime time) {
    return switch (letter) {
      case 's' -> Long.toString(time.toEpochSecond());
      case 'N' -> String.format(Locale.ROOT, "%09d", time.getNano());
      case 'e' -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth());
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      case 'z' -> "+0000";
      case 'Z' -> "UTC";
      case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      default -> {
        var pattern = pattern(letter);
        yield pattern.isEmpty()
            ? "%" + letter
            : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
      }
    };
  }

  private static String pattern(char letter) {
    return switch (letter) {
      case 'Y' -> "yyyy";
      case 'y' -> "yy";
      case 'm' -> "MM";
      case 'd' -> "dd";
      case 'H' -> "HH";
      case 'I' -> "hh";
      case 'M' -> "mm";
      case 'S' -> "ss";
      case 'p' -> "a";
      case 'j' -> "DDD";
      case 'F' -> "yyyy-MM-dd";
      case 'T' -> "HH:mm:ss";
      case 'R' -> "HH:mm";
      case 'D' -> "MM/dd/yy";
      case 'c' -> "EEE MMM ppd HH:mm:ss yyyy";
      case 'a' -> "EEE";
      case 'A' -> "EEEE";
      case 'b', 'h' -> "MMM";
      case 'B' -> "MMMM";
      default -> "";
    };
  }
}
