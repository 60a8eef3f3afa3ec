package foresail.schema.defaults;

import foresail.source.MappingNode;
import foresail.source.Node;

/** Controllers of long-running pods (pkg/apis/apps/v1/defaults.go, pkg/apis/core/v1). */
final class WorkloadDefaults {
  private WorkloadDefaults() {}

  static void deployment(Draft deployment) {
    Draft spec = deployment.object("spec");
    PodDefaults.template(spec.object("template"));
    spec.number("replicas", 1);
    Draft strategy = spec.object("strategy");
    strategy.text("type", "RollingUpdate");
    if (strategy.text("type").equals("RollingUpdate")) {
      Draft rolling = strategy.object("rollingUpdate");
      rolling.optionalText("maxUnavailable", "25%");
      rolling.optionalText("maxSurge", "25%");
    }
    spec.number("revisionHistoryLimit", 10);
    spec.number("progressDeadlineSeconds", 600);
  }

  static void replicaSet(Draft set) {
    Draft spec = set.object("spec");
    PodDefaults.template(spec.object("template"));
    spec.number("replicas", 1);
  }

  static void statefulSet(Draft set) {
    Draft spec = set.object("spec");
    PodDefaults.template(spec.object("template"));
    spec.each("volumeClaimTemplates").forEach(VolumeDefaults::claim);
    spec.text("podManagementPolicy", "OrderedReady");
    Draft strategy = spec.object("updateStrategy");
    if (strategy.isEmpty("type")) {
      strategy.text("type", "RollingUpdate");
      strategy.object("rollingUpdate");
    }
    if (strategy.text("type").equals("RollingUpdate")) {
      for (Draft rolling : strategy.each("rollingUpdate")) {
        rolling.number("partition", 0);
      }
    }
    Draft retention = spec.object("persistentVolumeClaimRetentionPolicy");
    retention.text("whenDeleted", "Retain");
    retention.text("whenScaled", "Retain");
    spec.number("replicas", 1);
    spec.number("revisionHistoryLimit", 10);
  }

  static void daemonSet(Draft set) {
    Draft spec = set.object("spec");
    PodDefaults.template(spec.object("template"));
    Draft strategy = spec.object("updateStrategy");
    strategy.text("type", "RollingUpdate");
    if (strategy.text("type").equals("RollingUpdate")) {
      Draft rolling = strategy.object("rollingUpdate");
      rolling.number("maxUnavailable", 1);
      rolling.number("maxSurge", 0);
    }
    spec.number("revisionHistoryLimit", 10);
  }

  static void replicationController(Draft controller) {
    Draft spec = controller.object("spec");
    for (Draft template : spec.each("template")) {
      PodDefaults.template(template);
      labelsOf(template, spec, "selector");
      labelsOf(template, controller.object("metadata"), "labels");
    }
    spec.number("replicas", 1);
  }

  /** Copies a template's labels to where there are none. */
  static void labelsOf(Draft template, Draft target, String key) {
    for (Draft metadata : template.each("metadata")) {
      Node labels = metadata.get("labels").orElse(null);
      if (labels instanceof MappingNode && !metadata.isEmpty("labels") && target.isEmpty(key)) {
        target.put(key, Added.copy(labels));
      }
    }
  }
}
