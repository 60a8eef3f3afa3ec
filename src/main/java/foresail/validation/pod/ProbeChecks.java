package foresail.validation.pod;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.nonNegative;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** The probes of a container that keeps running. */
final class ProbeChecks {
  private ProbeChecks() {}

  private static final Check PROBE =
      object(
          HandlerChecks.PROBE_HANDLER,
          field("initialDelaySeconds", nonNegative("pod.probes.initialDelaySeconds")),
          field("timeoutSeconds", nonNegative("pod.probes.timeoutSeconds")),
          field("periodSeconds", nonNegative("pod.probes.periodSeconds")),
          field("successThreshold", nonNegative("pod.probes.successThreshold")),
          field("failureThreshold", nonNegative("pod.probes.failureThreshold")),
          field(
              "terminationGracePeriodSeconds",
              ifSet(),
              inRange(
                  "pod.probes.terminationGracePeriodSeconds",
                  1,
                  Long.MAX_VALUE,
                  "must be greater than 0")));

  static final Check PROBES =
      object(
          field(
              "livenessProbe",
              ifSet(),
              PROBE,
              succeedsAtOnce("pod.probes.liveness.successThreshold")),
          field(
              "readinessProbe",
              ifSet(),
              PROBE,
              field(
                  "terminationGracePeriodSeconds",
                  ifSet(),
                  rule(
                      ProbeChecks::notOfReadiness,
                      "pod.probes.readiness.terminationGracePeriodSeconds"))),
          field(
              "startupProbe",
              ifSet(),
              PROBE,
              succeedsAtOnce("pod.probes.startup.successThreshold")));

  private static Check succeedsAtOnce(String fact) {
    return field("successThreshold", ifNotZero(), inRange(fact, 1, 1, "must be 1"));
  }

  private static void notOfReadiness(Field seconds, Refusals out) {
    out.invalid(
        "pod.probes.readiness.terminationGracePeriodSeconds",
        seconds,
        "must not be set for readinessProbes");
  }
}
