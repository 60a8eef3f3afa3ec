package foresail.model;

import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * How evenly pods are to lie over the values of a node label.
 *
 * @param whenUnsatisfiable {@code DoNotSchedule} or {@code ScheduleAnyway}
 * @param matchLabelKeys labels in which the pods counted are to be like the pod itself
 * @param honorsAffinity whether only nodes count that the pod's selector and affinity allow
 * @param honorsTaints whether only nodes count whose taints the pod tolerates
 */
public record TopologySpread(
    Node node,
    int maxSkew,
    String topologyKey,
    String whenUnsatisfiable,
    Optional<LabelSelector> selector,
    Optional<Integer> minDomains,
    List<String> matchLabelKeys,
    boolean honorsAffinity,
    boolean honorsTaints)
    implements Located {
  static TopologySpread of(Fields spread) {
    return new TopologySpread(
        spread.node(),
        spread.intValue("maxSkew"),
        spread.string("topologyKey"),
        spread.string("whenUnsatisfiable"),
        spread.read("labelSelector", LabelSelector::of),
        spread.optionalInt("minDomains"),
        spread.strings("matchLabelKeys"),
        !spread.string("nodeAffinityPolicy").equals("Ignore"),
        spread.string("nodeTaintsPolicy").equals("Honor"));
  }
}
