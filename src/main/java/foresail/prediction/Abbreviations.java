package foresail.prediction;

import foresail.graph.Graph;
import foresail.graph.KnownName;
import foresail.model.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the one object whose name another name may be short for: {@code db} for database. */
final class Abbreviations {
  private Abbreviations() {}

  /** Empty also where several would fit. */
  static Optional<KnownName> find(Graph graph, String kind, String namespace, String name) {
    List<KnownName> fitting = new ArrayList<>();
    for (KubernetesObject object : graph.objects()) {
      if (object.kind().equals(kind)
          && (isShortFor(name, object.name()) || isShortFor(object.name(), name))) {
        graph.anywhere(kind, object.name()).stream()
            .filter(known -> known.namespace().equals(namespace))
            .findFirst()
            .ifPresent(fitting::add);
      }
    }
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** Whether the letters of one stand in the other in their order, the first one first. */
  static boolean isShortFor(String brief, String whole) {
    if (brief.length() < 2
        || brief.length() >= whole.length()
        || brief.charAt(0) != whole.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < brief.length(); i++) {
      at = whole.indexOf(brief.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
