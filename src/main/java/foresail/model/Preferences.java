package foresail.model;

import java.util.List;
import java.util.function.Function;

/**
 * Where a pod would rather be. Read only when a scheduler has several nodes to choose from: a check
 * of manifests never needs it.
 *
 * @param nodeTerms nodes that it likes
 * @param podTerms pods that it wants near
 * @param antiPodTerms pods that it wants far
 */
public record Preferences(
    List<Weighted<Affinity.NodeTerm>> nodeTerms,
    List<Weighted<Affinity.PodTerm>> podTerms,
    List<Weighted<Affinity.PodTerm>> antiPodTerms) {
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  /**
   * A term and what it is worth.
   *
   * @param weight 1 to 100
   */
  public record Weighted<T>(int weight, T term) {}

  /** Those that stand beside what the pod requires. */
  public static Preferences of(Affinity affinity) {
    var fields = new Fields(affinity.node());
    return new Preferences(
        terms(fields, "nodeAffinity", "preference", Affinity.NodeTerm::of),
        terms(fields, "podAffinity", "podAffinityTerm", Affinity.PodTerm::of),
        terms(fields, "podAntiAffinity", "podAffinityTerm", Affinity.PodTerm::of));
  }

  private static <T> List<Weighted<T>> terms(
      Fields affinity, String part, String name, Function<Fields, T> read) {
    return affinity
        .orEmpty(part)
        .list(
            PREFERRED,
            term -> new Weighted<>(term.intValue("weight"), read.apply(term.orEmpty(name))));
  }

  public boolean isEmpty() {
    return nodeTerms.isEmpty() && podTerms.isEmpty() && antiPodTerms.isEmpty();
  }
}
