package foresail.notation;

import foresail.notation.CronField.Bounds;
import foresail.notation.CronField.Unreadable;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a CronJob runs: five fields, or a name such as {@code @daily}, or {@code @every 5m}.
 *
 * <p>Source: the standard parser and the SpecSchedule of github.com/robfig/cron v3.0.1, which
 * Kubernetes 1.36 uses.
 */
public final class CronSchedule {
  private static final String EVERY = "@every ";

  /** The library looks no further ahead than this. */
  private static final int YEARS_AHEAD = 5;

  private final CronField minute;
  private final CronField hour;
  private final CronField dayOfMonth;
  private final CronField month;
  private final CronField dayOfWeek;
  private final Optional<Duration> every;

  private CronSchedule(List<CronField> fields, Optional<Duration> every) {
    this.minute = fields.get(0);
    this.hour = fields.get(1);
    this.dayOfMonth = fields.get(2);
    this.month = fields.get(3);
    this.dayOfWeek = fields.get(4);
    this.every = every;
  }

  /**
   * What came of reading a text.
   *
   * @param error the library's message; empty where there is a schedule
   */
  public record Parsed(Optional<CronSchedule> schedule, String error) {}

  /** Reads a schedule without a time zone in front. */
  public static Parsed parse(String text) {
    try {
      return new Parsed(Optional.of(read(text)), "");
    } catch (Unreadable unreadable) {
      return new Parsed(Optional.empty(), unreadable.getMessage());
    }
  }

  private static CronSchedule read(String text) throws Unreadable {
    if (text.isEmpty()) {
      throw new Unreadable("empty spec string");
    }
    if (!text.startsWith("@")) {
      return fields(text);
    }
    return switch (text) {
      case "@yearly", "@annually" -> fields("0 0 1 1 *");
      case "@monthly" -> fields("0 0 1 * *");
      case "@weekly" -> fields("0 0 * * 0");
      case "@daily", "@midnight" -> fields("0 0 * * *");
      case "@hourly" -> fields("0 * * * *");
      default -> every(text);
    };
  }

  private static CronSchedule every(String text) throws Unreadable {
    if (!text.startsWith(EVERY)) {
      throw new Unreadable("unrecognized descriptor: " + text);
    }
    String length = text.substring(EVERY.length());
    Duration duration =
        GoDuration.parse(length)
            .orElseThrow(
                () ->
                    new Unreadable(
                        "failed to parse duration "
                            + text
                            + ": time: invalid duration \""
                            + length
                            + '"'));
    Duration second = Duration.ofSeconds(1);
    Duration whole = duration.compareTo(second) < 0 ? second : duration;
    return new CronSchedule(
        fieldsOf(List.of("*", "*", "*", "*", "*")),
        Optional.of(whole.truncatedTo(ChronoUnit.SECONDS)));
  }

  private static CronSchedule fields(String text) throws Unreadable {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    int count = Bounds.values().length;
    if (words.size() != count) {
      throw new Unreadable(
          "expected exactly %d fields, found %d: [%s]"
              .formatted(count, words.size(), String.join(" ", words)));
    }
    return new CronSchedule(fieldsOf(words), Optional.empty());
  }

  private static List<CronField> fieldsOf(List<String> words) throws Unreadable {
    List<CronField> fields = new ArrayList<>();
    for (Bounds bounds : Bounds.values()) {
      fields.add(CronField.parse(words.get(bounds.ordinal()), bounds));
    }
    return fields;
  }

  /**
   * The first time after another one, in its time zone; empty where none comes within five years,
   * as for the 31st of February.
   */
  public Optional<ZonedDateTime> next(ZonedDateTime after) {
    ZonedDateTime second = after.truncatedTo(ChronoUnit.SECONDS);
    if (every.isPresent()) {
      return Optional.of(second.plus(every.get()));
    }
    ZonedDateTime time = second.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    int lastYear = time.getYear() + YEARS_AHEAD;
    while (time.getYear() <= lastYear) {
      if (!month.allows(time.getMonthValue())) {
        time = time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).plusMonths(1);
      } else if (!dayMatches(time)) {
        time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
      } else if (!hour.allows(time.getHour())) {
        time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else if (!minute.allows(time.getMinute())) {
        time = time.plusMinutes(1);
      } else {
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }

  /** Where both day fields are restricted, either will do. */
  private boolean dayMatches(ZonedDateTime time) {
    boolean inMonth = dayOfMonth.allows(time.getDayOfMonth());
    boolean inWeek = dayOfWeek.allows(time.getDayOfWeek().getValue() % 7);
    return dayOfMonth.star() || dayOfWeek.star() ? inMonth && inWeek : inMonth || inWeek;
  }
}
