package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pod is to be, given directly or as a workload's template.
 *
 * @param terminationGracePeriodSeconds from the request to stop until SIGKILL
 * @param serviceAccountName empty where none is written: admission puts {@code default}
 * @param nodeName empty where the scheduler is to choose
 * @param priority as written; admission fills it from the class
 * @param readinessGates condition types
 * @param resourceClaims names of ResourceClaims, or of templates, that the pod wants
 */
public record PodSpec(
    Node node,
    List<Container> initContainers,
    List<Container> containers,
    RestartPolicy restartPolicy,
    long terminationGracePeriodSeconds,
    Optional<Long> activeDeadlineSeconds,
    String serviceAccountName,
    Optional<Boolean> automountServiceAccountToken,
    List<String> imagePullSecrets,
    String nodeName,
    Map<String, String> nodeSelector,
    Affinity affinity,
    List<Toleration> tolerations,
    List<TopologySpread> topologySpread,
    String schedulerName,
    List<String> schedulingGates,
    String priorityClassName,
    Optional<Integer> priority,
    String preemptionPolicy,
    String runtimeClassName,
    Map<String, Quantity> overhead,
    Resources resources,
    List<Volume> volumes,
    boolean hostNetwork,
    boolean shareProcessNamespace,
    boolean enableServiceLinks,
    String hostname,
    String subdomain,
    List<HostAlias> hostAliases,
    String dnsPolicy,
    String osName,
    List<String> readinessGates,
    List<String> resourceClaims,
    SecurityContext securityContext)
    implements Located {
  static PodSpec of(Fields spec) {
    return new PodSpec(
        spec.node(),
        spec.list("initContainers", Container::of),
        spec.list("containers", Container::of),
        RestartPolicy.of(spec.string("restartPolicy")).orElse(RestartPolicy.ALWAYS),
        spec.longValue("terminationGracePeriodSeconds"),
        spec.optionalLong("activeDeadlineSeconds"),
        spec.optionalString("serviceAccountName").orElseGet(() -> spec.string("serviceAccount")),
        spec.optionalBool("automountServiceAccountToken"),
        spec.list("imagePullSecrets", secret -> secret.string("name")),
        spec.string("nodeName"),
        spec.stringMap("nodeSelector"),
        Affinity.of(spec),
        spec.list("tolerations", Toleration::of),
        spec.list("topologySpreadConstraints", TopologySpread::of),
        spec.string("schedulerName"),
        spec.list("schedulingGates", gate -> gate.string("name")),
        spec.string("priorityClassName"),
        spec.optionalInt("priority"),
        spec.string("preemptionPolicy"),
        spec.string("runtimeClassName"),
        spec.quantities("overhead"),
        Resources.of(spec),
        spec.list("volumes", Volume::of),
        spec.bool("hostNetwork"),
        spec.bool("shareProcessNamespace"),
        spec.optionalBool("enableServiceLinks").orElse(true),
        spec.string("hostname"),
        spec.string("subdomain"),
        spec.list("hostAliases", HostAlias::of),
        spec.string("dnsPolicy"),
        spec.orEmpty("os").string("name"),
        spec.list("readinessGates", gate -> gate.string("conditionType")),
        spec.list("resourceClaims", PodSpec::claimName),
        SecurityContext.of(spec));
  }

  /** The same spec with other containers. */
  public PodSpec withContainers(List<Container> newInitContainers, List<Container> newContainers) {
    return new PodSpec(
        node,
        newInitContainers,
        newContainers,
        restartPolicy,
        terminationGracePeriodSeconds,
        activeDeadlineSeconds,
        serviceAccountName,
        automountServiceAccountToken,
        imagePullSecrets,
        nodeName,
        nodeSelector,
        affinity,
        tolerations,
        topologySpread,
        schedulerName,
        schedulingGates,
        priorityClassName,
        priority,
        preemptionPolicy,
        runtimeClassName,
        overhead,
        resources,
        volumes,
        hostNetwork,
        shareProcessNamespace,
        enableServiceLinks,
        hostname,
        subdomain,
        hostAliases,
        dnsPolicy,
        osName,
        readinessGates,
        resourceClaims,
        securityContext);
  }

  /** The same spec with what the server adds from other objects. */
  public PodSpec withAdded(
      List<String> newImagePullSecrets,
      Map<String, String> newNodeSelector,
      Map<String, Quantity> newOverhead) {
    return new PodSpec(
        node,
        initContainers,
        containers,
        restartPolicy,
        terminationGracePeriodSeconds,
        activeDeadlineSeconds,
        serviceAccountName,
        automountServiceAccountToken,
        newImagePullSecrets,
        nodeName,
        newNodeSelector,
        affinity,
        tolerations,
        topologySpread,
        schedulerName,
        schedulingGates,
        priorityClassName,
        priority,
        preemptionPolicy,
        runtimeClassName,
        newOverhead,
        resources,
        volumes,
        hostNetwork,
        shareProcessNamespace,
        enableServiceLinks,
        hostname,
        subdomain,
        hostAliases,
        dnsPolicy,
        osName,
        readinessGates,
        resourceClaims,
        securityContext);
  }

  private static String claimName(Fields claim) {
    return claim
        .optionalString("resourceClaimName")
        .orElseGet(() -> claim.string("resourceClaimTemplateName"));
  }

  /** Whether an init container is a sidecar: one that stays while the app containers run. */
  public static boolean isSidecar(Container initContainer) {
    return initContainer.restartPolicy().equals(Optional.of(RestartPolicy.ALWAYS));
  }
}
