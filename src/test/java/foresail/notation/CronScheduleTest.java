package foresail.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CronScheduleTest {
  private static String next(String schedule, String after) {
    return CronSchedule.parse(schedule)
        .schedule()
        .orElseThrow()
        .next(ZonedDateTime.parse(after))
        .map(ZonedDateTime::toString)
        .orElse("never");
  }

  private static String error(String schedule) {
    CronSchedule.Parsed parsed = CronSchedule.parse(schedule);
    assertEquals(Optional.empty(), parsed.schedule().map(s -> schedule));
    return parsed.error();
  }

  @Test
  void nextTimes() {
    assertEquals("2026-11-20T23:32Z", next("* * * * *", "2026-11-20T23:31:10Z"));
    assertEquals("2026-11-20T23:33Z", next("*/3 * * * *", "2026-11-20T23:31:10Z"));
    assertEquals("2026-11-21T00:00Z", next("0 0 * * *", "2026-11-20T23:31:10Z"));
    assertEquals("2027-01-01T00:00Z", next("@yearly", "2026-11-20T23:31:10Z"));
    assertEquals("2026-11-22T00:00Z", next("@weekly", "2026-11-20T23:31:10Z"));
    assertEquals("2026-11-23T09:05Z", next("5/20 9 * nov MON-Fri", "2026-11-20T23:31:10Z"));
    assertEquals("2028-02-29T00:00Z", next("0 0 29 2 *", "2026-11-20T23:31:10Z"));
    assertEquals("2026-11-20T23:31:40Z", next("@every 30.9s", "2026-11-20T23:31:10.5Z"));
  }

  @Test
  void restrictedDaysAreJoinedByOrUnlessOneIsAStar() {
    assertEquals("2026-11-23T00:00Z", next("0 0 13 * 1", "2026-11-20T00:00Z")); // a Monday
    assertEquals("2026-12-01T00:00Z", next("0 0 1 * *", "2026-11-20T00:00Z"));
    // A stepped star is no star: the first odd day, or any Friday.
    assertEquals("2026-11-21T00:00Z", next("0 0 */2 * 5", "2026-11-20T00:00Z"));
  }

  @Test
  void dayThatNeverComes() {
    assertEquals("never", next("0 0 31 2 *", "2026-11-20T00:00Z"));
  }

  @Test
  void hourThatSummerTimeLeavesOut() {
    ZonedDateTime before = ZonedDateTime.of(2026, 3, 28, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));
    ZonedDateTime next =
        CronSchedule.parse("30 2 * * *").schedule().orElseThrow().next(before).orElseThrow();
    assertEquals("2026-03-30T02:30+02:00[Europe/Berlin]", next.toString());
  }

  @Test
  void errorsAreTheLibrarys() {
    assertEquals("expected exactly 5 fields, found 6: [0 * * * * *]", error("0 * * * *  *"));
    assertEquals("end of range (60) above maximum (59): 60", error("60 * * * *"));
    assertEquals("end of range (7) above maximum (6): 7", error("0 0 * * 7"));
    assertEquals("beginning of range (0) below minimum (1): 0", error("0 0 0 * *"));
    assertEquals("beginning of range (22) beyond end of range (2): 22-2", error("0 22-2 * * *"));
    assertEquals(
        "failed to parse int from L: strconv.Atoi: parsing \"L\": invalid syntax",
        error("0 0 L * *"));
    assertEquals("step of range should be a positive number: */0", error("*/0 * * * *"));
    assertEquals("negative number (-1) not allowed: -1", error("*/-1 * * * *"));
    assertEquals("too many hyphens: 1-2-3", error("1-2-3 * * * *"));
    assertEquals("too many slashes: 1/2/3", error("1/2/3 * * * *"));
    assertEquals("unrecognized descriptor: @reboot", error("@reboot"));
    assertTrue(error("@every x").startsWith("failed to parse duration @every x: "));
  }
}
