package foresail.simulation.admission;

import foresail.model.PodSpec;
import foresail.model.Service;
import foresail.notation.Quantity;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one object takes of a quota, by the names that quotas use.
 *
 * <p>Source: pkg/quota/v1/evaluator/core/{pods,services,persistent_volume_claims}.go, v1.36.
 */
final class QuotaUsage {
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

  static Map<String, Quantity> of(ApiObject<?> object) {
    Map<String, Quantity> usage = new TreeMap<>();
    usage.put("count/" + object.kind().resource(), ONE);
    if (PLAIN.contains(object.kind().resource())) {
      usage.put(object.kind().plural(), ONE);
    }
    if (object instanceof Pod pod) {
      addPod(usage, pod.spec());
    } else if (object instanceof Claim claim) {
      addClaim(usage, claim);
    } else if (object instanceof Declared declared) {
      declared.as(Service.class).ifPresent(service -> addService(usage, service));
    }
    return usage;
  }

  private static void addPod(Map<String, Quantity> usage, PodSpec spec) {
    PodAmounts.requests(spec)
        .forEach(
            (name, amount) -> {
              usage.put("requests." + name, amount);
              if (BARE.contains(name)) {
                usage.put(name, amount);
              }
            });
    PodAmounts.limits(spec).forEach((name, amount) -> usage.put("limits." + name, amount));
  }

  private static void addClaim(Map<String, Quantity> usage, Claim claim) {
    String ofClass =
        claim
            .spec()
            .storageClassName()
            .map(name -> name + ".storageclass.storage.k8s.io/")
            .orElse("");
    claim.spec().storage().ifPresent(size -> usage.put("requests.storage", size));
    if (!ofClass.isEmpty()) {
      usage.put(ofClass + "persistentvolumeclaims", ONE);
      claim.spec().storage().ifPresent(size -> usage.put(ofClass + "requests.storage", size));
    }
  }

  private static void addService(Map<String, Quantity> usage, Service service) {
    boolean balanced = service.type().equals("LoadBalancer");
    if (balanced) {
      usage.put("services.loadbalancers", ONE);
    }
    if (balanced || service.type().equals("NodePort")) {
      usage.put(
          "services.nodeports",
          Quantity.parse(Integer.toString(service.ports().size())).orElseThrow());
    }
  }
}
