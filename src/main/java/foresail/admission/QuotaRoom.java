package foresail.admission;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.ResourceQuota;
import foresail.notation.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a ResourceQuota refuses, in the server's words.
 *
 * <p>Source: CheckRequest in apiserver/pkg/admission/plugin/resourcequota/controller.go and
 * pkg/quota/v1/evaluator/core/pods.go, v1.36.
 */
public final class QuotaRoom {
  /** What each container has to state where a quota limits it. */
  private static final List<String> TO_BE_STATED =
      List.of("cpu", "limits.cpu", "limits.memory", "memory", "requests.cpu", "requests.memory");

  private final ResourceQuota quota;

  public QuotaRoom(ResourceQuota quota) {
    this.quota = quota;
  }

  /** Whether pods of this form count. */
  public boolean concerns(PodSpec pod) {
    return QuotaScopes.match(quota, pod);
  }

  /** Whether objects other than pods count. */
  public boolean concernsOthers() {
    return !QuotaScopes.has(quota);
  }

  /** What of a usage the quota limits, sorted by name. */
  public Map<String, Quantity> limited(Map<String, Quantity> usage) {
    Map<String, Quantity> limited = new TreeMap<>(usage);
    limited.keySet().retainAll(quota.hard().keySet());
    return limited;
  }

  /** The names of what there is no room for. */
  public List<String> exceeded(Map<String, Quantity> wanted, Map<String, Quantity> used) {
    List<String> exceeded = new ArrayList<>();
    limited(wanted)
        .forEach(
            (name, amount) -> {
              Quantity after = used.getOrDefault(name, Quantity.ZERO).plus(amount);
              if (after.compareTo(quota.hard().get(name)) > 0) {
                exceeded.add(name);
              }
            });
    return exceeded;
  }

  /**
   * How many times there is room for an amount.
   *
   * @param most at most so many times
   */
  public int times(Map<String, Quantity> wanted, Map<String, Quantity> used, int most) {
    BigDecimal times = BigDecimal.valueOf(most);
    for (Map.Entry<String, Quantity> one : limited(wanted).entrySet()) {
      if (one.getValue().sign() > 0) {
        BigDecimal taken = used.getOrDefault(one.getKey(), Quantity.ZERO).value();
        BigDecimal free = quota.hard().get(one.getKey()).value().subtract(taken);
        times = times.min(free.divideToIntegralValue(one.getValue().value()));
      }
    }
    return times.max(BigDecimal.ZERO).intValue();
  }

  /** {@code exceeded quota: ...}; empty where there is room. */
  public Optional<String> refusal(Map<String, Quantity> wanted, Map<String, Quantity> used) {
    List<String> exceeded = exceeded(wanted, used);
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

  private static String text(List<String> names, Map<String, Quantity> amounts) {
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(name + "=" + amounts.getOrDefault(name, Quantity.ZERO));
    }
    return String.join(",", parts);
  }

  /** {@code failed quota: q: must specify ...}; empty where each container states all. */
  public Optional<String> unstated(PodSpec pod) {
    List<String> parts = new ArrayList<>();
    for (String name : TO_BE_STATED) {
      List<String> names = new ArrayList<>();
      without(name, pod).forEach(container -> names.add(container.name()));
      if (!names.isEmpty()) {
        parts.add(name + " for: " + String.join(",", names.stream().sorted().distinct().toList()));
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "failed quota: " + quota.name() + ": must specify " + String.join("; ", parts));
  }

  /** The containers that do not state all that the quota wants stated, those that start first. */
  public List<Container> silent(PodSpec pod) {
    List<Container> silent = new ArrayList<>(all(pod));
    silent.removeIf(
        container ->
            TO_BE_STATED.stream().noneMatch(name -> without(name, pod).contains(container)));
    return silent;
  }

  private List<Container> without(String name, PodSpec pod) {
    boolean together = !pod.resources().requests().isEmpty() || !pod.resources().limits().isEmpty();
    if (together || !quota.hard().containsKey(name)) {
      return List.of();
    }
    return all(pod).stream().filter(container -> !states(container, name)).toList();
  }

  private static List<Container> all(PodSpec pod) {
    List<Container> all = new ArrayList<>(pod.initContainers());
    all.addAll(pod.containers());
    return all;
  }

  private static boolean states(Container container, String name) {
    String resource = name.substring(name.indexOf('.') + 1);
    return name.startsWith("limits.")
        ? container.resources().limits().containsKey(resource)
        : container.resources().requests().containsKey(resource);
  }
}
