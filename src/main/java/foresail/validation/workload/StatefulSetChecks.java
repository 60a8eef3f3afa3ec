package foresail.validation.workload;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Values.nonNegative;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.requiredSet;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.pod.PodChecks;
import foresail.validation.storage.ClaimSpecChecks;

/** Kind StatefulSet (pkg/apis/apps/validation/validation.go, v1.36). */
public final class StatefulSetChecks {
  /** The internal RollingUpdateStatefulSetStrategy and the strategy around it. */
  private static final GoStruct ROLLING = GoStruct.of("Partition0", "MaxUnavailable");

  private static final GoStruct STRATEGY =
      GoStruct.of("Type\"", "RollingUpdate").with("RollingUpdate", ROLLING);

  private StatefulSetChecks() {}

  private static final Check UPDATE_STRATEGY =
      object(
          rule(
              StatefulSetChecks::strategyType,
              "statefulset.updateStrategy.type",
              "statefulset.updateStrategy.onDelete"),
          object(
              (strategy, out) -> strategy.get("type").is("RollingUpdate"),
              field(
                  "rollingUpdate",
                  field("partition", nonNegative("statefulset.rollingUpdate.partition")))));

  private static final Check RETENTION =
      object(
          ifSet(),
          field(
              "whenDeleted",
              ifNotZero(),
              oneOf("statefulset.pvcRetention.whenDeleted", "Retain", "Delete")),
          field(
              "whenScaled",
              ifNotZero(),
              oneOf("statefulset.pvcRetention.whenScaled", "Retain", "Delete")));

  /** Kind StatefulSet. */
  public static final Check STATEFUL_SET =
      object(
          MetadataChecks.namespaced(DnsNames::label),
          field(
              "spec",
              rule(StatefulSetChecks::management, "statefulset.podManagementPolicy"),
              field("updateStrategy", UPDATE_STRATEGY),
              field("persistentVolumeClaimRetentionPolicy", RETENTION),
              field("replicas", nonNegative("workloads.replicas")),
              field("minReadySeconds", nonNegative("workloads.minReadySeconds")),
              field("ordinals", ifSet(), field("start", nonNegative("statefulset.ordinals.start"))),
              field("serviceName", since(33), ifNotZero(), dnsLabel("statefulset.serviceName")),
              field("volumeClaimTemplates", since(34), each(field("spec", ClaimSpecChecks.SPEC))),
              field("selector", requiredSet("workloads.selector.required", "")),
              TemplateChecks.selector(
                  "workloads.selector.empty.statefulset",
                  "empty selector is invalid for statefulset"),
              object(
                  TemplateChecks.convertible("workloads.selector.unparsable.statefulset", ""),
                  TemplateChecks.selectorMatches("workloads.selector.match"),
                  field(
                      "template",
                      PodChecks.TEMPLATE_METADATA,
                      since(34), // earlier servers let any pod pass until it is made
                      PodChecks.TEMPLATE)),
              TemplateChecks.runsForever(
                  "workloads.template.restartPolicy",
                  "workloads.template.activeDeadlineSeconds.statefulset",
                  "StatefulSet")));

  private static void management(Field spec, Refusals out) {
    Field policy = spec.get("podManagementPolicy");
    if (!policy.isZero() && !policy.is("OrderedReady") && !policy.is("Parallel")) {
      out.invalid(
          "statefulset.podManagementPolicy", policy, "must be 'OrderedReady' or 'Parallel'");
    }
  }

  private static void strategyType(Field strategy, Refusals out) {
    Field type = strategy.get("type");
    Field rolling = strategy.get("rollingUpdate");
    if (type.is("OnDelete") && rolling.isSet()) {
      out.invalid(
          "statefulset.updateStrategy.onDelete",
          rolling,
          ROLLING.text(rolling),
          "only allowed for updateStrategy 'RollingUpdate'");
    } else if (!type.isZero() && !type.is("OnDelete") && !type.is("RollingUpdate")) {
      out.invalid(
          "statefulset.updateStrategy.type",
          type.printedAs(strategy),
          STRATEGY.text(strategy),
          "must be 'RollingUpdate' or 'OnDelete'");
    }
  }
}
