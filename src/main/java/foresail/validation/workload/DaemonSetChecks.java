package foresail.validation.workload;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.nonNegative;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;
import foresail.validation.check.RolloutLimits;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.pod.PodChecks;
import java.util.List;

/** Kind DaemonSet (pkg/apis/apps/validation/validation.go, v1.36). */
public final class DaemonSetChecks {
  /** The internal DaemonSetUpdateStrategy. */
  private static final GoStruct STRATEGY =
      GoStruct.of("Type\"", "RollingUpdate")
          .with("RollingUpdate", GoStruct.of("MaxUnavailable0", "MaxSurge0"));

  private DaemonSetChecks() {}

  private static final Check ROLLING_UPDATE =
      object(
          ifSet(),
          rule(
              DaemonSetChecks::eitherSurgesOrStops,
              "daemonset.rollingUpdate.both-set",
              "daemonset.rollingUpdate.both-zero"),
          field(
              "maxUnavailable",
              RolloutLimits.intOrPercent("daemonset.rollingUpdate.maxUnavailable"),
              RolloutLimits.notMoreThanAll("daemonset.rollingUpdate.maxUnavailable")),
          field(
              "maxSurge",
              RolloutLimits.intOrPercent("daemonset.rollingUpdate.maxSurge"),
              RolloutLimits.notMoreThanAll("daemonset.rollingUpdate.maxSurge")));

  /** Kind DaemonSet. */
  public static final Check DAEMON_SET =
      object(
          MetadataChecks.NAMESPACED,
          field(
              "spec",
              TemplateChecks.selector(
                  "workloads.selector.empty.daemonset", "empty selector is invalid for daemonset"),
              TemplateChecks.selectorMatches("workloads.selector.match"),
              field("template", PodChecks.TEMPLATE),
              TemplateChecks.runsForever(
                  "workloads.template.restartPolicy",
                  "workloads.template.activeDeadlineSeconds.daemonset",
                  "DaemonSet"),
              field("minReadySeconds", nonNegative("workloads.minReadySeconds")),
              field(
                  "updateStrategy",
                  rule(DaemonSetChecks::strategyType, "daemonset.updateStrategy.type"),
                  object(
                      (strategy, out) -> strategy.get("type").is("RollingUpdate"),
                      field("rollingUpdate", ROLLING_UPDATE))),
              field("revisionHistoryLimit", nonNegative("workloads.revisionHistoryLimit"))));

  private static void strategyType(Field strategy, Refusals out) {
    Field type = strategy.get("type");
    if (!type.isZero() && !type.is("RollingUpdate") && !type.is("OnDelete")) {
      out.notSupported(
          "daemonset.updateStrategy.type",
          type.printedAs(strategy),
          STRATEGY.text(strategy),
          List.of("RollingUpdate", "OnDelete"));
    }
  }

  private static void eitherSurgesOrStops(Field rolling, Refusals out) {
    Field surge = rolling.get("maxSurge");
    Field unavailable = rolling.get("maxUnavailable");
    boolean surges = !RolloutLimits.isNone(surge);
    boolean stops = !RolloutLimits.isNone(unavailable);
    if (surges && stops) {
      out.invalid(
          "daemonset.rollingUpdate.both-set",
          surge,
          "may not be set when maxUnavailable is non-zero");
    } else if (!surges && !stops) {
      out.required(
          "daemonset.rollingUpdate.both-zero", unavailable, "cannot be 0 when maxSurge is 0");
    }
  }
}
