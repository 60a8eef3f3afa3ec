package foresail.simulation.api;

import foresail.model.ClusterNode.Taint;
import foresail.notation.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine of the cluster.
 *
 * @param suitsAll whether nothing is known of it: it then suits every pod and never fills
 * @param allocatable what pods may use: {@code cpu}, {@code memory}, {@code pods} and others
 */
public record Node(
    ObjectMeta metadata,
    boolean suitsAll,
    boolean unschedulable,
    List<Taint> taints,
    Map<String, Quantity> allocatable,
    List<Condition> conditions)
    implements ApiObject<Node> {
  public static final Kind<Node> KIND = new Kind<>("v1", "Node", "nodes", false);

  public Node {
    taints = List.copyOf(taints);
    allocatable = Collections.unmodifiableMap(new LinkedHashMap<>(allocatable));
    conditions = List.copyOf(conditions);
  }

  @Override
  public Kind<Node> kind() {
    return KIND;
  }

  @Override
  public Node withMetadata(ObjectMeta newMetadata) {
    return new Node(newMetadata, suitsAll, unschedulable, taints, allocatable, conditions);
  }

  public Node withTaints(List<Taint> newTaints) {
    return new Node(metadata, suitsAll, unschedulable, newTaints, allocatable, conditions);
  }

  public Node with(Condition condition) {
    return new Node(
        metadata,
        suitsAll,
        unschedulable,
        taints,
        allocatable,
        Condition.put(conditions, condition));
  }
}
