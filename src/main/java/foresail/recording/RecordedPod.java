package foresail.recording;

import foresail.simulation.api.Condition;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.api.PodStatus;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a pod's status from its object, so far as its row depends on it; times are left out. */
final class RecordedPod {
  private RecordedPod() {}

  static Pod of(foresail.model.Pod declared, MappingNode root) {
    ObjectMeta metadata =
        ObjectMeta.named(declared.metadata().namespace(), declared.metadata().name());
    if (root.at("metadata", "deletionTimestamp").isPresent()) {
      metadata = metadata.withDeletion(new ObjectMeta.Deletion(Duration.ZERO, Duration.ZERO));
    }
    PodStatus status = root.get("status").map(RecordedPod::status).orElse(PodStatus.NEW);
    return Pod.fresh(metadata, declared.spec()).withStatus(status);
  }

  private static PodStatus status(Node node) {
    return new PodStatus(
        phase(node.string("phase").orElse("")),
        node.string("reason").orElse(""),
        node.string("message").orElse(""),
        conditions(node),
        Optional.empty(),
        "",
        "",
        containers(node, "initContainerStatuses"),
        containers(node, "containerStatuses"));
  }

  /** Unknown is a phase that no server has written for years. */
  private static Phase phase(String word) {
    for (Phase phase : Phase.values()) {
      if (phase.word().equals(word)) {
        return phase;
      }
    }
    return Phase.PENDING;
  }

  private static List<Condition> conditions(Node status) {
    List<Condition> conditions = new ArrayList<>();
    for (Node item : items(status, "conditions")) {
      conditions.add(
          new Condition(
              item.string("type").orElse(""),
              item.string("status").orElse(""),
              item.string("reason").orElse(""),
              item.string("message").orElse(""),
              Duration.ZERO));
    }
    return conditions;
  }

  private static List<ContainerStatus> containers(Node status, String key) {
    List<ContainerStatus> containers = new ArrayList<>();
    for (Node item : items(status, key)) {
      containers.add(
          new ContainerStatus(
              item.string("name").orElse(""),
              item.get("state").map(RecordedPod::state).orElse(ContainerState.NONE),
              ContainerState.NONE,
              isTrue(item, "ready"),
              isTrue(item, "started"),
              item.get("restartCount").map(count -> Numbers.whole(count, 0)).orElse(0),
              item.string("containerID").orElse("")));
    }
    return containers;
  }

  private static ContainerState state(Node node) {
    if (node.get("running").isPresent()) {
      return new ContainerState.Running(Duration.ZERO);
    }
    Optional<Node> ended = node.get("terminated");
    if (ended.isPresent()) {
      return new ContainerState.Terminated(
          ended.get().get("exitCode").map(code -> Numbers.whole(code, 0)).orElse(0),
          ended.get().get("signal").map(signal -> Numbers.whole(signal, 0)).orElse(0),
          ended.get().string("reason").orElse(""),
          ended.get().string("message").orElse(""),
          Duration.ZERO,
          Duration.ZERO);
    }
    return node.get("waiting")
        .map(waiting -> ContainerState.waiting(waiting.string("reason").orElse("")))
        .orElse(ContainerState.NONE);
  }

  private static boolean isTrue(Node node, String key) {
    return node.get(key)
        .filter(value -> value instanceof ScalarNode scalar && scalar.text().equals("true"))
        .isPresent();
  }

  private static List<Node> items(Node node, String key) {
    return node.get(key).orElse(null) instanceof SequenceNode list ? list.items() : List.of();
  }
}
