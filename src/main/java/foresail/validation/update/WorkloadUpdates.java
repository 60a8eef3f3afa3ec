package foresail.validation.update;

import static foresail.validation.update.Demands.field;
import static foresail.validation.update.Demands.forbiddenExcept;
import static foresail.validation.update.Demands.immutable;

/** Workloads but Jobs (pkg/apis/apps/validation/validation.go, v1.36). */
final class WorkloadUpdates {
  /** Deployments, ReplicaSets and DaemonSets. */
  static final ChangeCheck SELECTOR = field("spec.selector", immutable());

  static final ChangeCheck STATEFUL_SET =
      field(
          "spec",
          forbiddenExcept(
              "updates to statefulset spec for fields other than 'replicas', 'ordinals',"
                  + " 'template', 'updateStrategy', 'revisionHistoryLimit',"
                  + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
              "replicas",
              "ordinals",
              "template",
              "updateStrategy",
              "revisionHistoryLimit",
              "persistentVolumeClaimRetentionPolicy",
              "minReadySeconds"));

  static final ChangeCheck CONTROLLER_REVISION = field("data", immutable());

  private WorkloadUpdates() {}
}
