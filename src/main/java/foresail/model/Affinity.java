package foresail.model;

import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * Where a pod has to be: near which nodes, near or far from which pods. What it only prefers is
 * {@link Preferences}.
 *
 * @param nodeTerms required; a node has to meet one of them; empty (absent) where there is no such
 *     list
 * @param podTerms required pod affinity, all of them
 * @param antiPodTerms required pod anti-affinity, all of them
 */
public record Affinity(
    Node node,
    Optional<List<NodeTerm>> nodeTerms,
    List<PodTerm> podTerms,
    List<PodTerm> antiPodTerms)
    implements Located {
  /** All requirements must match; one without any matches no node. */
  public record NodeTerm(
      List<LabelSelector.Requirement> matchExpressions,
      List<LabelSelector.Requirement> matchFields) {
    static NodeTerm of(Fields term) {
      return new NodeTerm(
          term.list("matchExpressions", LabelSelector.Requirement::of),
          term.list("matchFields", LabelSelector.Requirement::of));
    }
  }

  /**
   * @param selector empty (absent) selects no pod
   * @param namespaces empty for the pod's own
   * @param matchLabelKeys labels in which the others are to be like the pod itself
   * @param mismatchLabelKeys labels in which the others are to be unlike the pod itself
   */
  public record PodTerm(
      Node node,
      Optional<LabelSelector> selector,
      List<String> namespaces,
      Optional<LabelSelector> namespaceSelector,
      String topologyKey,
      List<String> matchLabelKeys,
      List<String> mismatchLabelKeys)
      implements Located {
    static PodTerm of(Fields term) {
      return new PodTerm(
          term.node(),
          term.read("labelSelector", LabelSelector::of),
          term.strings("namespaces"),
          term.read("namespaceSelector", LabelSelector::of),
          term.string("topologyKey"),
          term.strings("matchLabelKeys"),
          term.strings("mismatchLabelKeys"));
    }
  }

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  static Affinity of(Fields spec) {
    Fields affinity = spec.orEmpty("affinity");
    return new Affinity(
        affinity.node(),
        affinity
            .object("nodeAffinity")
            .flatMap(part -> part.object(REQUIRED))
            .map(required -> required.list("nodeSelectorTerms", NodeTerm::of)),
        affinity.orEmpty("podAffinity").list(REQUIRED, PodTerm::of),
        affinity.orEmpty("podAntiAffinity").list(REQUIRED, PodTerm::of));
  }
}
