package foresail.admission;

import foresail.model.ClaimSpec;
import foresail.model.PodSpec;
import foresail.model.Service;
import foresail.notation.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one object takes of a quota, by the names that quotas use.
 *
 * <p>Source: pkg/quota/v1/evaluator/core/{pods,services,persistent_volume_claims}.go, v1.36.
 */
public final class QuotaUsage {
  private static final Quantity ONE = Quantity.parse("1").orElseThrow();
  private static final List<String> BARE = List.of("cpu", "memory", "ephemeral-storage");

  /** Kinds that are counted by their plain name too. */
  private static final List<String> PLAIN =
      List.of(
          "pods",
          "services",
          "secrets",
          "configmaps",
          "persistentvolumeclaims",
          "resourcequotas",
          "replicationcontrollers");

  private QuotaUsage() {}

  /** What controllers put into every namespace: an account and a ConfigMap. */
  public static Map<String, Quantity> ofEveryNamespace() {
    Map<String, Quantity> usage = of("configmaps"); // kube-root-ca.crt
    usage.putAll(of("serviceaccounts")); // default
    return usage;
  }

  /**
   * What any object takes, as one more of its kind.
   *
   * @param resource plural and group: {@code deployments.apps}
   */
  public static Map<String, Quantity> of(String resource) {
    Map<String, Quantity> usage = new TreeMap<>();
    usage.put("count/" + resource, ONE);
    if (PLAIN.contains(resource)) {
      usage.put(resource, ONE);
    }
    return usage;
  }

  public static Map<String, Quantity> of(PodSpec spec) {
    Map<String, Quantity> usage = of("pods");
    PodAmounts.requests(spec)
        .forEach(
            (name, amount) -> {
              usage.put("requests." + name, amount);
              if (BARE.contains(name) || name.startsWith("hugepages-")) {
                usage.put(name, amount);
              }
            });
    PodAmounts.limits(spec).forEach((name, amount) -> usage.put("limits." + name, amount));
    return usage;
  }

  public static Map<String, Quantity> of(ClaimSpec claim) {
    Map<String, Quantity> usage = of("persistentvolumeclaims");
    claim.storage().ifPresent(size -> usage.put("requests.storage", size));
    String name = claim.storageClassName().orElse("");
    if (!name.isEmpty()) {
      String ofClass = name + ".storageclass.storage.k8s.io/";
      usage.put(ofClass + "persistentvolumeclaims", ONE);
      claim.storage().ifPresent(size -> usage.put(ofClass + "requests.storage", size));
    }
    return usage;
  }

  public static Map<String, Quantity> of(Service service) {
    Map<String, Quantity> usage = of("services");
    boolean balanced = service.type().equals("LoadBalancer");
    if (balanced) {
      usage.put("services.loadbalancers", ONE);
    }
    if (balanced || service.type().equals("NodePort")) {
      usage.put("services.nodeports", quantity(service.ports().size()));
    }
    return usage;
  }

  private static Quantity quantity(int number) {
    return Quantity.parse(Integer.toString(number)).orElseThrow();
  }
}
