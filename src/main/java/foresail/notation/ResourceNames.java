package foresail.notation;

/**
 * Names of compute resources: {@code cpu}, {@code hugepages-2Mi}, {@code nvidia.com/gpu}
 * (pkg/apis/core/helper/helpers.go, v1.36).
 */
public final class ResourceNames {
  private ResourceNames() {}

  public static boolean isHugePages(String name) {
    return name.startsWith("hugepages-");
  }

  /** Whether Kubernetes itself knows it: no slash, or below kubernetes.io. */
  public static boolean isNative(String name) {
    return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
  }

  /** Whether a device plugin or the like brings it: {@code nvidia.com/gpu}. */
  public static boolean isExtended(String name) {
    return !isNative(name)
        && !name.startsWith("requests.")
        && LabelNames.qualifiedName("requests." + name).isEmpty();
  }

  /** Whether limits may be above requests. */
  public static boolean isOvercommitAllowed(String name) {
    return isNative(name) && !isHugePages(name);
  }

  /** Whether only whole numbers of it make sense. */
  public static boolean isInteger(String name) {
    return switch (name) {
      case "pods",
          "resourcequotas",
          "services",
          "replicationcontrollers",
          "secrets",
          "configmaps",
          "persistentvolumeclaims",
          "services.nodeports",
          "services.loadbalancers" ->
          true;
      default -> isExtended(name);
    };
  }

  /** Whether a container may have requests and limits of it; for names without a slash. */
  public static boolean isOfContainers(String name) {
    return switch (name) {
      case "cpu", "memory", "ephemeral-storage" -> true;
      default -> isHugePages(name);
    };
  }

  /** Whether a limit of a namespace may be of it; for names without a slash. */
  public static boolean isOfQuotas(String name) {
    return switch (name) {
      case "requests.cpu",
          "requests.memory",
          "requests.storage",
          "requests.ephemeral-storage",
          "limits.cpu",
          "limits.memory",
          "limits.ephemeral-storage",
          "cpu",
          "memory",
          "ephemeral-storage",
          "pods",
          "services",
          "replicationcontrollers",
          "resourcequotas",
          "secrets",
          "configmaps",
          "persistentvolumeclaims",
          "services.nodeports",
          "services.loadbalancers" ->
          true;
      default -> isHugePages(name) || name.startsWith("requests.hugepages-");
    };
  }

  /** Whether it is any of Kubernetes' own; for names without a slash. */
  public static boolean isStandard(String name) {
    return name.equals("storage") || isOfQuotas(name);
  }
}
