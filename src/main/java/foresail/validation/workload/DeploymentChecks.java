package foresail.validation.workload;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.nonNegative;
import static foresail.validation.check.Values.requiredSet;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;
import foresail.validation.check.RolloutLimits;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.pod.PodChecks;
import java.util.List;

/** Kinds Deployment and ReplicaSet (pkg/apis/apps/validation/validation.go, v1.36). */
public final class DeploymentChecks {
  /** The internal DeploymentStrategy. */
  private static final GoStruct STRATEGY =
      GoStruct.of("Type\"", "RollingUpdate")
          .with("RollingUpdate", GoStruct.of("MaxUnavailable0", "MaxSurge0"));

  private DeploymentChecks() {}

  /** What both share: replicas, selector and template. */
  private static final Check REPLICAS =
      object(
          field("replicas", nonNegative("workloads.replicas")),
          field("minReadySeconds", nonNegative("workloads.minReadySeconds")),
          field("selector", requiredSet("workloads.selector.required", "")),
          TemplateChecks.selector(
              "workloads.selector.empty.deployment", "empty selector is invalid for deployment"),
          object(
              TemplateChecks.convertible("workloads.selector.unparsable", "invalid label selector"),
              TemplateChecks.selectorMatches("workloads.selector.match"),
              field("template", PodChecks.TEMPLATE),
              TemplateChecks.runsForever(
                  "workloads.template.restartPolicy",
                  "workloads.template.activeDeadlineSeconds.replicaset",
                  "ReplicaSet")));

  private static final Check ROLLING_UPDATE =
      object(
          ifSet(),
          field(
              "maxUnavailable",
              RolloutLimits.intOrPercent("deployment.rollingUpdate.maxUnavailable")),
          field("maxSurge", RolloutLimits.intOrPercent("deployment.rollingUpdate.maxSurge")),
          rule(DeploymentChecks::notBothZero, "deployment.rollingUpdate.both-zero"),
          field(
              "maxUnavailable", RolloutLimits.notMoreThanAll("deployment.rollingUpdate.over-100")));

  /** Kind ReplicaSet. */
  public static final Check REPLICA_SET =
      object(MetadataChecks.NAMESPACED, field("spec", REPLICAS));

  /** Kind Deployment. */
  public static final Check DEPLOYMENT =
      object(
          MetadataChecks.NAMESPACED,
          field(
              "spec",
              REPLICAS,
              field(
                  "strategy",
                  rule(DeploymentChecks::strategyType, "deployment.strategy.type"),
                  rule(
                      DeploymentChecks::recreatesAtOnce,
                      "deployment.strategy.recreate-rollingUpdate"),
                  object(
                      (strategy, out) -> strategy.get("type").is("RollingUpdate"),
                      field("rollingUpdate", ROLLING_UPDATE))),
              field("revisionHistoryLimit", nonNegative("workloads.revisionHistoryLimit")),
              field(
                  "progressDeadlineSeconds",
                  ifSet(),
                  nonNegative("deployment.progressDeadlineSeconds"),
                  rule(
                      DeploymentChecks::outlastsMinReady,
                      "deployment.progressDeadlineSeconds.minReady"))));

  private static void strategyType(Field strategy, Refusals out) {
    Field type = strategy.get("type");
    if (!type.isZero() && !type.is("Recreate") && !type.is("RollingUpdate")) {
      out.notSupported(
          "deployment.strategy.type",
          type.printedAs(strategy),
          STRATEGY.text(strategy),
          List.of("Recreate", "RollingUpdate"));
    }
  }

  private static void recreatesAtOnce(Field strategy, Refusals out) {
    Field rolling = strategy.get("rollingUpdate");
    if (strategy.get("type").is("Recreate") && rolling.isSet()) {
      out.forbidden(
          "deployment.strategy.recreate-rollingUpdate",
          rolling,
          "may not be specified when strategy `type` is 'Recreate'");
    }
  }

  private static void notBothZero(Field rolling, Refusals out) {
    Field unavailable = rolling.get("maxUnavailable");
    if (RolloutLimits.isNone(unavailable) && RolloutLimits.isNone(rolling.get("maxSurge"))) {
      out.invalid(
          "deployment.rollingUpdate.both-zero", unavailable, "may not be 0 when `maxSurge` is 0");
    }
  }

  private static void outlastsMinReady(Field deadline, Refusals out) {
    if (deadline.number() <= deadline.parent().get("minReadySeconds").number()) {
      out.invalid(
          "deployment.progressDeadlineSeconds.minReady",
          deadline,
          "must be greater than minReadySeconds");
    }
  }
}
