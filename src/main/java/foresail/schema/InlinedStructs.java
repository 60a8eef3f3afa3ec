package foresail.schema;

/**
 * Go structs that are embedded in others. Their fields stand in the outer object, and OpenAPI does
 * not tell them apart, but messages about wrong types name them: {@code
 * spec.volumes.VolumeSource.configMap} (k8s.io/api, types.go of each group, v1.36).
 */
final class InlinedStructs {
  private InlinedStructs() {}

  /**
   * What stands before the field in the server's path, with a dot at the end; mostly nothing.
   *
   * @param struct the outer struct's Go name
   */
  static String before(String struct, String field) {
    return switch (struct) {
      case "Volume" -> field.equals("name") ? "" : "VolumeSource.";
      case "PersistentVolumeSpec" -> isVolumeField(field) ? "" : "PersistentVolumeSource.";
      case "Probe" -> isHandler(field) ? "ProbeHandler." : "";
      case "EphemeralContainer" ->
          field.equals("targetContainerName") ? "" : "EphemeralContainerCommon.";
      case "IngressRule" -> field.equals("http") ? "IngressRuleValue." : "";
      case "RuleWithOperations" -> field.equals("operations") ? "" : "Rule.";
      case "NamedRuleWithOperations" -> namedRule(field);
      case "ConfigMapKeySelector",
          "SecretKeySelector",
          "ConfigMapEnvSource",
          "SecretEnvSource",
          "ConfigMapProjection",
          "SecretProjection",
          "ConfigMapVolumeSource" ->
          field.equals("name") ? "LocalObjectReference." : "";
      case "DeviceClaimConfiguration",
          "DeviceClassConfiguration",
          "DeviceAllocationConfiguration" ->
          field.equals("opaque") ? "DeviceConfiguration." : "";
      default -> "";
    };
  }

  private static boolean isHandler(String field) {
    return switch (field) {
      case "exec", "httpGet", "tcpSocket", "grpc" -> true;
      default -> false;
    };
  }

  private static boolean isVolumeField(String field) {
    return switch (field) {
      case "accessModes",
          "capacity",
          "claimRef",
          "mountOptions",
          "nodeAffinity",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "volumeAttributesClassName",
          "volumeMode" ->
          true;
      default -> false;
    };
  }

  private static String namedRule(String field) {
    return switch (field) {
      case "resourceNames" -> "";
      case "operations" -> "RuleWithOperations.";
      default -> "RuleWithOperations.Rule.";
    };
  }
}
