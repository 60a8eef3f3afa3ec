package foresail.validation.workload;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.nonNegative;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.CronSchedule;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;

/** Kind CronJob (pkg/apis/batch/validation/validation.go, v1.36). */
public final class CronJobChecks {
  private CronJobChecks() {}

  /** What the names of its Jobs leave of 63 characters. */
  private static final int MAX_NAME = 52;

  /** Kind CronJob. */
  public static final Check CRON_JOB =
      object(
          MetadataChecks.NAMESPACED,
          field("metadata", field("name", rule(CronJobChecks::nameLength, "cronjob.name.length"))),
          field(
              "spec",
              field(
                  "schedule",
                  required("cronjob.schedule.required"),
                  rule(CronJobChecks::schedule, "cronjob.schedule.format", "cronjob.schedule.tz")),
              field("startingDeadlineSeconds", nonNegative("cronjob.startingDeadlineSeconds")),
              field("timeZone", ifSet(), TimeZoneChecks.TIME_ZONE),
              field(
                  "concurrencyPolicy",
                  ifNotZero(),
                  oneOf("cronjob.concurrencyPolicy", "Allow", "Forbid", "Replace")),
              field(
                  "jobTemplate",
                  field(
                      "spec",
                      JobSpecChecks.SPEC,
                      rule(
                          CronJobChecks::generatedSelector,
                          "cronjob.jobTemplate.selector",
                          "cronjob.jobTemplate.manualSelector"))),
              field(
                  "successfulJobsHistoryLimit", nonNegative("cronjob.successfulJobsHistoryLimit")),
              field("failedJobsHistoryLimit", nonNegative("cronjob.failedJobsHistoryLimit"))));

  private static void nameLength(Field name, Refusals out) {
    if (Utf8.length(name.text()) > MAX_NAME) {
      out.invalid("cronjob.name.length", name, "must be no more than 52 characters");
    }
  }

  private static void schedule(Field schedule, Refusals out) {
    String text = schedule.text();
    CronSchedule.Parsed parsed = CronSchedule.parse(withoutZone(text));
    if (parsed.schedule().isEmpty()) {
      out.invalid("cronjob.schedule.format", schedule, parsed.error());
    }
    if (text.contains("TZ")) {
      out.invalid(
          "cronjob.schedule.tz",
          schedule,
          "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
    }
  }

  /** The library reads a zone in front, which the server then refuses all the same. */
  private static String withoutZone(String text) {
    int blank = text.indexOf(' ');
    boolean zone = text.startsWith("TZ=") || text.startsWith("CRON_TZ=");
    return zone && blank > 0 ? text.substring(blank).strip() : text;
  }

  private static void generatedSelector(Field spec, Refusals out) {
    if (spec.get("selector").isSet()) {
      out.invalid(
          "cronjob.jobTemplate.selector",
          spec.get("selector"),
          GoStruct.LABEL_SELECTOR.text(spec.get("selector")),
          "`selector` will be auto-generated");
    }
    if (spec.get("manualSelector").isTrue()) {
      out.notSupported(
          "cronjob.jobTemplate.manualSelector",
          spec.get("manualSelector"),
          List.of("nil", "false"));
    }
  }
}
