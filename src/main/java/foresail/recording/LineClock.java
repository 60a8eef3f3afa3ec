package foresail.recording;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Times before the rows of a recording, in any of the ways in which {@code ts}, {@code date} and
 * Foresail itself write them; the first one is zero.
 */
final class LineClock {
  /** {@code ts} leaves the year out; any leap year serves. */
  private static final DateTimeFormatter SYSLOG =
      new DateTimeFormatterBuilder()
          .appendPattern("MMM d HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .parseDefaulting(ChronoField.YEAR, 2024)
          .toFormatter(Locale.ROOT);

  private static final List<Function<String, Duration>> FORMS =
      List.of(
          LineClock::seconds,
          text -> since(Instant.parse(text)),
          text -> since(Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text))),
          text -> since(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)),
          text -> Duration.ofNanos(LocalTime.parse(text).toNanoOfDay()),
          text -> since(LocalDateTime.parse(text, SYSLOG).toInstant(ZoneOffset.UTC)));

  private static final Duration DAY = Duration.ofDays(1);

  private Optional<Duration> first = Optional.empty();

  /** The time since the first one that was read; empty where the text is no time. */
  Optional<Duration> since(String text) {
    for (Function<String, Duration> form : FORMS) {
      try {
        Duration read = form.apply(text);
        if (first.isEmpty()) {
          first = Optional.of(read);
        }
        Duration since = read.minus(first.get());
        // a clock without a date passes midnight
        return Optional.of(since.isNegative() ? since.plus(DAY) : since);
      } catch (DateTimeException | NumberFormatException e) {
        continue; // another form, then
      }
    }
    return Ages.read(text).map(this::sinceFirst);
  }

  private Duration sinceFirst(Duration read) {
    if (first.isEmpty()) {
      first = Optional.of(read);
    }
    return read.minus(first.get());
  }

  /** {@code 12.3}, {@code 12.3s}, {@code 1763745600.123}. */
  private static Duration seconds(String text) {
    String number = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
    if (number.isEmpty() || "+-".indexOf(number.charAt(0)) >= 0) {
      throw new NumberFormatException(text);
    }
    double seconds = Double.parseDouble(number);
    if (!(seconds < 1e11)) {
      throw new NumberFormatException(text);
    }
    return Duration.ofNanos(Math.round(seconds * 1e3) * 1_000_000);
  }

  private static Duration since(Instant instant) {
    return Duration.between(Instant.EPOCH, instant);
  }
}
