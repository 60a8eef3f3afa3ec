package foresail.validation.workload;

import static foresail.validation.check.Shapes.rule;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.time.ZoneId;

/** Names of time zones. */
final class TimeZoneChecks {
  private TimeZoneChecks() {}

  private static final int MAX_PART = 14;

  static final Check TIME_ZONE =
      rule(
          TimeZoneChecks::timeZone,
          "cronjob.timeZone.empty",
          "cronjob.timeZone.format",
          "cronjob.timeZone.local",
          "cronjob.timeZone.unknown");

  private static void timeZone(Field zone, Refusals out) {
    String name = zone.text();
    if (name.isEmpty()) {
      out.invalid("cronjob.timeZone.empty", zone, "timeZone must be nil or non-empty string");
      return;
    }
    for (String part : name.split("/", -1)) {
      if (!isPart(part)) {
        out.invalid("cronjob.timeZone.format", zone, "unknown time zone " + name);
        return;
      }
    }
    if (name.equalsIgnoreCase("Local")) {
      out.invalid(
          "cronjob.timeZone.local",
          zone,
          "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
    }
    if (!name.equals("Local") && !isKnown(name)) {
      out.invalid("cronjob.timeZone.unknown", zone, "unknown time zone " + name);
    }
  }

  private static boolean isPart(String part) {
    if (part.isEmpty()
        || part.length() > MAX_PART
        || part.equals(".")
        || part.equals("..")
        || part.startsWith("-")) {
      return false;
    }
    return part.chars()
        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "._-+".indexOf(c) >= 0));
  }

  /** Java leaves some of the old names out of its list. */
  private static boolean isKnown(String name) {
    return switch (name) {
      case "EST", "MST", "HST", "ROC", "Factory" -> true;
      default ->
          ZoneId.getAvailableZoneIds().contains(name)
              || name.startsWith("posix/")
              || name.startsWith("right/");
    };
  }
}
