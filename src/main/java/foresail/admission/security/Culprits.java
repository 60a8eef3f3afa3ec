package foresail.admission.security;

import foresail.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Who in a pod breaks one check: the pod itself, containers; and with which values. */
final class Culprits {
  private final List<String> containers = new ArrayList<>();
  private final TreeSet<String> values = new TreeSet<>();
  private boolean pod;
  private Node first;
  private List<String> steps = List.of();

  void addPod(Node spec, String... field) {
    pod = true;
    place(spec, field);
  }

  void addContainer(Node container, String... field) {
    containers.add(PodView.name(container));
    place(container, field);
  }

  /** Marks the field, or its nearest written parent below the owner, or else the owner's name. */
  void place(Node owner, String... field) {
    if (first == null) {
      first = owner;
      boolean begun = owner.get(field[0]).filter(node -> !node.added()).isPresent();
      steps = begun || owner.get("name").isEmpty() ? List.of(field) : List.of("name");
    }
  }

  void addValue(String value) {
    values.add(value);
  }

  boolean isEmpty() {
    return first == null;
  }

  /** {@code container "a"} or {@code containers "a", "b"}. */
  String named() {
    return plural("container", containers.size()) + " " + quoted(containers);
  }

  /** {@code pod and container "a"}. */
  String setters() {
    if (containers.isEmpty()) {
      return "pod";
    }
    return pod ? "pod and " + named() : named();
  }

  boolean hasPod() {
    return pod;
  }

  List<String> containers() {
    return containers;
  }

  /** Sorted. */
  List<String> values() {
    return List.copyOf(values);
  }

  String quotedValues() {
    return quoted(values());
  }

  Optional<Violation> violation(String reason, String detail) {
    return isEmpty() ? Optional.empty() : Optional.of(new Violation(reason, detail, first, steps));
  }

  static String quoted(List<String> names) {
    return names.isEmpty() ? "" : "\"" + String.join("\", \"", names) + "\"";
  }

  static String plural(String word, int count) {
    return count == 1 ? word : word + "s";
  }
}
