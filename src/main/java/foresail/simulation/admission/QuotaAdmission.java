package foresail.simulation.admission;

import foresail.model.Container;
import foresail.model.ResourceQuota;
import foresail.notation.Quantity;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses what a ResourceQuota leaves no room for.
 *
 * <p>Source: apiserver/pkg/admission/plugin/resourcequota/controller.go, v1.36.
 */
public final class QuotaAdmission implements Admission {
  /** What each container has to state where a quota limits it. */
  private static final List<String> TO_BE_STATED =
      List.of("cpu", "limits.cpu", "limits.memory", "memory", "requests.cpu", "requests.memory");

  private final ApiServer api;
  private final Clock clock;

  public QuotaAdmission(ApiServer api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public <O extends ApiObject<O>> Created<O> admit(O object) {
    if (object.namespace().isEmpty()) {
      return Created.stored(object);
    }
    for (Declared declared : api.list(Declared.RESOURCE_QUOTA, object.namespace())) {
      Optional<String> refusal =
          declared.as(ResourceQuota.class).flatMap(quota -> refusal(quota, object));
      if (refusal.isPresent()) {
        return Created.refused(
            "Forbidden",
            object.kind().resource() + " \"" + object.name() + "\" is forbidden: " + refusal.get());
      }
    }
    return Created.stored(object);
  }

  private <O extends ApiObject<O>> Optional<String> refusal(ResourceQuota quota, O object) {
    if (!concerns(quota, object)) {
      return Optional.empty();
    }
    if (object instanceof Pod pod) {
      String missing = missing(quota, pod);
      if (!missing.isEmpty()) {
        return Optional.of("failed quota: " + quota.name() + ": must specify " + missing);
      }
    }
    Map<String, Quantity> wanted = limited(quota, QuotaUsage.of(object));
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Quantity> used = used(quota, object);
    List<String> exceeded = new ArrayList<>();
    wanted.forEach(
        (name, amount) -> {
          Quantity after = used.getOrDefault(name, Quantity.ZERO).plus(amount);
          if (after.compareTo(quota.hard().get(name)) > 0) {
            exceeded.add(name);
          }
        });
    return exceeded.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                .formatted(
                    quota.name(),
                    text(exceeded, wanted),
                    text(exceeded, used),
                    text(exceeded, quota.hard())));
  }

  private static boolean concerns(ResourceQuota quota, ApiObject<?> object) {
    return quota.scopes().isEmpty() || (object instanceof Pod pod && QuotaScopes.match(quota, pod));
  }

  private static Map<String, Quantity> limited(ResourceQuota quota, Map<String, Quantity> usage) {
    Map<String, Quantity> limited = new TreeMap<>(usage);
    limited.keySet().retainAll(quota.hard().keySet());
    return limited;
  }

  /** What the objects of this kind in the namespace take now. */
  private <O extends ApiObject<O>> Map<String, Quantity> used(ResourceQuota quota, O object) {
    Map<String, Quantity> used = new TreeMap<>();
    for (O other : api.list(object.kind(), object.namespace())) {
      if (concerns(quota, other) && counts(other)) {
        limited(quota, QuotaUsage.of(other))
            .forEach((name, amount) -> used.merge(name, amount, Quantity::plus));
      }
    }
    return used;
  }

  /** A pod that has ended, or whose time to end is over, takes nothing. */
  private boolean counts(ApiObject<?> object) {
    return !(object instanceof Pod pod)
        || (!pod.terminal()
            && pod.metadata()
                .deletion()
                .filter(deletion -> deletion.at().compareTo(clock.now()) < 0)
                .isEmpty());
  }

  private static String text(List<String> names, Map<String, Quantity> amounts) {
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(name + "=" + amounts.getOrDefault(name, Quantity.ZERO));
    }
    return String.join(",", parts);
  }

  /** {@code limits.cpu for: a,b; requests.cpu for: a}; empty where each container states all. */
  private static String missing(ResourceQuota quota, Pod pod) {
    if (!pod.spec().resources().requests().isEmpty()
        || !pod.spec().resources().limits().isEmpty()) {
      return "";
    }
    List<Container> all = new ArrayList<>(pod.spec().containers());
    all.addAll(pod.spec().initContainers());
    List<String> parts = new ArrayList<>();
    for (String name : TO_BE_STATED) {
      if (quota.hard().containsKey(name)) {
        List<String> without = new ArrayList<>();
        all.stream()
            .filter(container -> !states(container, name))
            .forEach(container -> without.add(container.name()));
        if (!without.isEmpty()) {
          parts.add(name + " for: " + String.join(",", without.stream().sorted().toList()));
        }
      }
    }
    return String.join("; ", parts);
  }

  private static boolean states(Container container, String name) {
    String resource = name.substring(name.indexOf('.') + 1);
    return name.startsWith("limits.")
        ? container.resources().limits().containsKey(resource)
        : container.resources().requests().containsKey(resource);
  }
}
