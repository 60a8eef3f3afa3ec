package foresail.admission;

import foresail.model.PodSpec;
import foresail.notation.Quantity;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the server says of pods that contradict their classes.
 *
 * <p>Source: plugin/pkg/admission/{priority,runtimeclass}/admission.go, v1.36.
 */
public final class ClassRefusals {
  private ClassRefusals() {}

  /**
   * Of a pod that states another priority than it gets.
   *
   * @param value of its class, else of the default one, else 0
   * @param policy of the class; empty where no class says one
   */
  public static Optional<String> priority(PodSpec spec, int value, String policy) {
    if (spec.priority().isPresent() && spec.priority().get() != value) {
      return Optional.of(
          "the integer value of priority (%s) must not be provided in pod spec; priority admission"
                  .formatted(spec.priority().get())
              + " controller computed %s from the given PriorityClass name".formatted(value));
    }
    boolean differs =
        !policy.isEmpty()
            && !spec.preemptionPolicy().isEmpty()
            && !spec.preemptionPolicy().equals(policy);
    return differs
        ? Optional.of(
            "the string value of PreemptionPolicy (%s) must not be provided in pod spec; priority"
                    .formatted(spec.preemptionPolicy())
                + " admission controller computed %s from the given PriorityClass name"
                    .formatted(policy))
        : Optional.empty();
  }

  /** Of a pod that names a RuntimeClass and wants otherwise than that. */
  public static Optional<String> runtime(PodSpec spec, Node runtimeClass) {
    Map<String, Quantity> fixed = quantities(runtimeClass.at("overhead", "podFixed"));
    if (!spec.overhead().isEmpty()) {
      boolean none = runtimeClass.get("overhead").isEmpty();
      if (none) {
        return Optional.of(
            "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
      }
      if (!isSame(spec.overhead(), fixed)) {
        return Optional.of(
            "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead");
      }
    }
    for (var wanted : texts(runtimeClass.at("scheduling", "nodeSelector")).entrySet()) {
      String key = wanted.getKey();
      String own = spec.nodeSelector().get(key);
      if (own != null && !own.equals(wanted.getValue())) {
        return Optional.of(
            "conflict: runtimeClass.scheduling.nodeSelector[%s] = %s; pod.spec.nodeSelector[%s] = %s"
                .formatted(key, wanted.getValue(), key, own));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Map<String, Quantity> left, Map<String, Quantity> right) {
    return left.keySet().equals(right.keySet())
        && left.keySet().stream().allMatch(key -> left.get(key).compareTo(right.get(key)) == 0);
  }

  private static Map<String, Quantity> quantities(Optional<Node> node) {
    Map<String, Quantity> quantities = new TreeMap<>();
    texts(node)
        .forEach(
            (key, text) ->
                Quantity.parse(text).ifPresent(quantity -> quantities.put(key, quantity)));
    return quantities;
  }

  private static Map<String, String> texts(Optional<Node> node) {
    Map<String, String> texts = new TreeMap<>();
    if (node.orElse(null) instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        if (entry.value() instanceof ScalarNode scalar) {
          texts.put(entry.name(), scalar.text());
        }
      }
    }
    return texts;
  }
}
