package foresail.schema;

import java.util.Optional;

/** Fields that another version of a kind had under another name, and what they became. */
final class RenamedFields {
  private RenamedFields() {}

  /**
   * How to write the field today.
   *
   * @param struct the type in whose place it stands, as the schema names it
   */
  static Optional<String> now(String struct, String field) {
    return Optional.of(advice(struct + "." + field)).filter(advice -> !advice.isEmpty());
  }

  private static String advice(String field) {
    return switch (field) {
      case "networking.v1.IngressSpec.backend" -> "write defaultBackend";
      case "networking.v1.IngressBackend.serviceName" -> "write service: {name: ...}";
      case "networking.v1.IngressBackend.servicePort" -> "write service: {port: {number: ...}}";
      case "core.v1.ServiceSpec.ipFamily" -> "write ipFamilies: [...]";
      case "autoscaling.v2.HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage" ->
          "write metrics with a Resource cpu of type Utilization";
      case "autoscaling.v2.ResourceMetricSource.targetAverageUtilization" ->
          "write target: {type: Utilization, averageUtilization: ...}";
      case "autoscaling.v2.ResourceMetricSource.targetAverageValue" ->
          "write target: {type: AverageValue, averageValue: ...}";
      case "apiextensions.v1.CustomResourceDefinitionSpec.version" ->
          "write versions: [{name: ..., served: true, storage: true}]";
      case "apiextensions.v1.CustomResourceDefinitionSpec.validation" ->
          "write schema in each of versions";
      case "apiextensions.v1.CustomResourceDefinitionSpec.subresources",
          "apiextensions.v1.CustomResourceDefinitionSpec.additionalPrinterColumns" ->
          "move it into each of versions";
      case "apps.v1.DeploymentSpec.rollbackTo" -> "remove it: kubectl rollout undo replaced it";
      case "apps.v1.DaemonSetSpec.templateGeneration" -> "remove it: the server counts by itself";
      default -> "";
    };
  }
}
