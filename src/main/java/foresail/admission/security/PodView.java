package foresail.admission.security;

import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pod's spec as the checks look at it: by field, the containers in the server's order. */
final class PodView {
  private final Node spec;
  private final Map<String, String> annotations;
  private final boolean created;
  private final List<Node> containers = new ArrayList<>();

  /**
   * @param created whether it is a pod; else a template
   */
  PodView(Node spec, Map<String, String> annotations, boolean created) {
    this.spec = spec;
    this.annotations = annotations;
    this.created = created;
    containers.addAll(items(spec, "initContainers"));
    containers.addAll(items(spec, "containers"));
    containers.addAll(items(spec, "ephemeralContainers"));
  }

  Node spec() {
    return spec;
  }

  Map<String, String> annotations() {
    return annotations;
  }

  List<Node> containers() {
    return containers;
  }

  static List<Node> items(Node owner, String... path) {
    return owner.at(path).orElse(null) instanceof SequenceNode list ? list.items() : List.of();
  }

  /** The name of a container or volume. */
  static String name(Node owner) {
    return owner.string("name").orElse("");
  }

  /** A field that is there and not null. */
  static Optional<Node> value(Node owner, String... path) {
    return owner.at(path).filter(node -> !(node instanceof ScalarNode scalar && scalar.isNull()));
  }

  /** The text of a scalar; empty where it is absent. */
  static String text(Node owner, String... path) {
    return value(owner, path).orElse(null) instanceof ScalarNode scalar ? scalar.text() : "";
  }

  static boolean isTrue(Node owner, String... path) {
    return text(owner, path).equals("true");
  }

  /** Whether every port that a container declares is one of the node's. */
  boolean takesNodePorts() {
    return created && isTrue(spec, "hostNetwork");
  }

  /** Whether its users are none of the node's. */
  boolean hasOwnUsers() {
    return text(spec, "hostUsers").equals("false");
  }

  boolean isWindows() {
    return text(spec, "os", "name").equals("windows");
  }
}
