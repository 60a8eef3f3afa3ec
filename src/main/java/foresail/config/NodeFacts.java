package foresail.config;

import static java.util.Objects.requireNonNull;

import foresail.notation.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine of the cluster.
 *
 * @param allocatable what pods can ask for, by the resource's name ({@code cpu}, {@code memory},
 *     {@code pods}, {@code ephemeral-storage}, {@code nvidia.com/gpu}); of one that is absent,
 *     though it is one of the first four, there is enough
 * @param labels in the order in which they are written
 * @param unschedulable whether it is cordoned
 */
public record NodeFacts(
    String name,
    Map<String, Quantity> allocatable,
    Map<String, String> labels,
    List<Taint> taints,
    boolean unschedulable) {
  public NodeFacts {
    requireNonNull(name);
    allocatable = Collections.unmodifiableMap(new LinkedHashMap<>(allocatable));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    taints = List.copyOf(taints);
  }

  /**
   * Keeps pods away that do not tolerate it.
   *
   * @param value empty where none is written
   * @param effect NoSchedule, PreferNoSchedule or NoExecute
   */
  public record Taint(String key, String value, String effect) {}
}
