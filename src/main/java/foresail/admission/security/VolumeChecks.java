package foresail.admission.security;

import foresail.source.MappingNode;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which volumes a restricted pod may have. */
final class VolumeChecks {
  private static final Set<String> ALLOWED =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private VolumeChecks() {}

  static Optional<Violation> restricted(PodView pod, int release) {
    var culprits = new Culprits();
    List<String> names = new ArrayList<>();
    var types = new TreeSet<String>();
    for (Node volume : PodView.items(pod.spec(), "volumes")) {
      String type = type(volume);
      if (!ALLOWED.contains(type)) {
        names.add(PodView.name(volume));
        types.add(type);
        culprits.place(volume, type);
      }
    }
    return culprits.violation(
        "restricted volume types",
        "%s %s %s %s %s"
            .formatted(
                Culprits.plural("volume", names.size()),
                Culprits.quoted(names),
                names.size() == 1 ? "uses" : "use",
                Culprits.plural("restricted volume type", types.size()),
                Culprits.quoted(List.copyOf(types))));
  }

  private static String type(Node volume) {
    if (volume instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        if (!entry.name().equals("name") && PodView.value(mapping, entry.name()).isPresent()) {
          return entry.name();
        }
      }
    }
    return "unknown";
  }
}
