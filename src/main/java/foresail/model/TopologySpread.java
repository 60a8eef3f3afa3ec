package foresail.model;

import foresail.source.Node;
import java.util.Optional;

/**
 * How evenly pods are to lie over the values of a node label.
 *
 * @param whenUnsatisfiable {@code DoNotSchedule} or {@code ScheduleAnyway}
 */
public record TopologySpread(
    Node node,
    int maxSkew,
    String topologyKey,
    String whenUnsatisfiable,
    Optional<LabelSelector> selector,
    Optional<Integer> minDomains)
    implements Located {
  static TopologySpread of(Fields spread) {
    return new TopologySpread(
        spread.node(),
        spread.intValue("maxSkew"),
        spread.string("topologyKey"),
        spread.string("whenUnsatisfiable"),
        spread.read("labelSelector", LabelSelector::of),
        spread.optionalInt("minDomains"));
  }
}
