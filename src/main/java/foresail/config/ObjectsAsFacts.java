package foresail.config;

import foresail.notation.Quantity;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes cluster facts of objects that {@code kubectl get -o yaml} printed. */
final class ObjectsAsFacts {
  private ObjectsAsFacts() {}

  /** Where nodes or storage classes are among the objects, these are all that there are. */
  static ClusterFacts of(List<Manifest> manifests) {
    List<NodeFacts> nodes = new ArrayList<>();
    List<StorageClassFacts> classes = new ArrayList<>();
    List<Manifest> others = new ArrayList<>();
    for (Manifest manifest : manifests) {
      switch (manifest.id().kind()) {
        case "Node" -> nodes.add(node(manifest));
        case "StorageClass" -> classes.add(storageClass(manifest));
        default -> others.add(manifest);
      }
    }
    ClusterFacts unknown = ClusterFacts.UNKNOWN;
    return new ClusterFacts(
        unknown.kubernetes(),
        nodes.isEmpty() ? unknown.nodes() : Optional.of(nodes),
        unknown.images(),
        classes.isEmpty() ? unknown.storageClasses() : Optional.of(classes),
        unknown.dns(),
        unknown.serviceRouting(),
        others,
        unknown.timings());
  }

  private static NodeFacts node(Manifest manifest) {
    MappingNode root = manifest.root();
    Map<String, Quantity> allocatable = new LinkedHashMap<>();
    root.at("status", "allocatable")
        .or(() -> root.at("status", "capacity"))
        .ifPresent(
            amounts ->
                texts(amounts)
                    .forEach(
                        (name, text) ->
                            Quantity.parse(text)
                                .ifPresent(amount -> allocatable.put(name, amount))));
    List<NodeFacts.Taint> taints = new ArrayList<>();
    if (root.at("spec", "taints").orElse(null) instanceof SequenceNode list) {
      for (Node taint : list.items()) {
        taints.add(
            new NodeFacts.Taint(
                taint.string("key").orElse(""),
                taint.string("value").orElse(""),
                taint.string("effect").orElse("")));
      }
    }
    return new NodeFacts(
        manifest.id().name(),
        allocatable,
        root.at("metadata", "labels").map(ObjectsAsFacts::texts).orElse(Map.of()),
        taints,
        isTrue(root.at("spec", "unschedulable")));
  }

  private static StorageClassFacts storageClass(Manifest manifest) {
    MappingNode root = manifest.root();
    String provisioner = root.string("provisioner").orElse("");
    return new StorageClassFacts(
        manifest.id().name(),
        isTrue(root.at("metadata", "annotations", "storageclass.kubernetes.io/is-default-class")),
        root.string("volumeBindingMode").orElse("").equals("WaitForFirstConsumer"),
        // Nobody makes volumes for this one; they are made by hand.
        provisioner.equals("kubernetes.io/no-provisioner")
            ? Optional.empty()
            : Optional.of(StorageClassFacts.USUAL_BINDING));
  }

  private static Map<String, String> texts(Node node) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        if (entry.value() instanceof ScalarNode scalar) {
          texts.put(entry.name(), scalar.written());
        }
      }
    }
    return texts;
  }

  private static boolean isTrue(Optional<Node> node) {
    return node.orElse(null) instanceof ScalarNode scalar && scalar.text().equals("true");
  }
}
