package foresail.validation;

import foresail.validation.check.Check;
import foresail.validation.config.ConfigMapChecks;
import foresail.validation.config.NamespaceChecks;
import foresail.validation.config.SecretChecks;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.network.IngressChecks;
import foresail.validation.network.IngressClassChecks;
import foresail.validation.network.NetworkPolicyChecks;
import foresail.validation.network.ServiceChecks;
import foresail.validation.pod.PodChecks;
import foresail.validation.workload.ControllerRevisionChecks;
import foresail.validation.workload.CronJobChecks;
import foresail.validation.workload.DaemonSetChecks;
import foresail.validation.workload.DeploymentChecks;
import foresail.validation.workload.JobChecks;
import foresail.validation.workload.ReplicationControllerChecks;
import foresail.validation.workload.StatefulSetChecks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which checks a kind has. The class that holds them is loaded when its first object comes:
 * start-up does not pay for kinds that do not occur.
 */
final class Kinds {
  /** Every kind that has checks, behind its group: {@code apps/Deployment}. */
  static final List<String> ALL =
      List.of(
          "/Pod",
          "/PodTemplate",
          "/ReplicationController",
          "/ConfigMap",
          "/Namespace",
          "/Secret",
          "/Service",
          "/ServiceAccount",
          "apps/Deployment",
          "apps/ReplicaSet",
          "apps/StatefulSet",
          "apps/DaemonSet",
          "apps/ControllerRevision",
          "batch/Job",
          "batch/CronJob",
          "networking.k8s.io/Ingress",
          "networking.k8s.io/IngressClass",
          "networking.k8s.io/NetworkPolicy");

  private Kinds() {}

  static Optional<Check> check(String group, String kind) {
    return Optional.ofNullable(
        switch (group) {
          case "" -> core(kind);
          case "apps" -> apps(kind);
          case "batch" -> batch(kind);
          case "networking.k8s.io" -> networking(kind);
          default -> null;
        });
  }

  private static Check core(String kind) {
    return switch (kind) {
      case "Pod" -> PodChecks.POD;
      case "PodTemplate" -> PodChecks.POD_TEMPLATE;
      case "ReplicationController" -> ReplicationControllerChecks.REPLICATION_CONTROLLER;
      case "ConfigMap" -> ConfigMapChecks.CONFIG_MAP;
      case "Namespace" -> NamespaceChecks.NAMESPACE;
      case "Secret" -> SecretChecks.SECRET;
      case "Service" -> ServiceChecks.SERVICE;
      case "ServiceAccount" -> NamespaceChecks.SERVICE_ACCOUNT;
      default -> null;
    };
  }

  private static Check apps(String kind) {
    return switch (kind) {
      case "Deployment" -> DeploymentChecks.DEPLOYMENT;
      case "ReplicaSet" -> DeploymentChecks.REPLICA_SET;
      case "StatefulSet" -> StatefulSetChecks.STATEFUL_SET;
      case "DaemonSet" -> DaemonSetChecks.DAEMON_SET;
      case "ControllerRevision" -> ControllerRevisionChecks.CONTROLLER_REVISION;
      default -> null;
    };
  }

  private static Check batch(String kind) {
    return switch (kind) {
      case "Job" -> JobChecks.JOB;
      case "CronJob" -> CronJobChecks.CRON_JOB;
      default -> null;
    };
  }

  private static Check networking(String kind) {
    return switch (kind) {
      case "Ingress" -> IngressChecks.INGRESS;
      case "IngressClass" -> IngressClassChecks.INGRESS_CLASS;
      case "NetworkPolicy" -> NetworkPolicyChecks.NETWORK_POLICY;
      default -> null;
    };
  }

  /** The ids of all facts that can be told about some object; in the order of {@link #ALL}. */
  static Set<String> facts() {
    Set<String> facts = new LinkedHashSet<>(MetadataChecks.NAME_IN_URL.facts());
    for (String name : ALL) {
      int slash = name.indexOf('/');
      check(name.substring(0, slash), name.substring(slash + 1))
          .ifPresent(check -> facts.addAll(check.facts()));
    }
    return facts;
  }
}
