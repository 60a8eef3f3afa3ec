package foresail;

import foresail.graph.External;
import foresail.graph.Graph;
import foresail.graph.KnownName;
import foresail.graph.Reference;
import foresail.graph.Resolution;
import foresail.model.Claim;
import foresail.model.KubernetesObject;
import foresail.simulation.facts.Assumption;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands in for objects that exist elsewhere: those that the inputs name and nobody applies, as far
 * as they are known or taken to exist.
 */
final class AssumedObjects {
  private final String namespace;
  private final Map<String, String> manifests = new LinkedHashMap<>();
  private final Map<String, Set<String>> keys = new LinkedHashMap<>();
  private final Set<String> storageClasses = new LinkedHashSet<>();
  private final Map<String, Assumption> assumptions = new LinkedHashMap<>();

  private AssumedObjects(String namespace) {
    this.namespace = namespace;
  }

  /**
   * @param namespace of objects that name none
   */
  static AssumedObjects of(Graph graph, External elsewhere, String namespace) {
    var assumed = new AssumedObjects(namespace);
    for (Reference reference : graph.references()) {
      boolean known =
          reference.resolution() instanceof Resolution.Resolved && reference.objects().isEmpty();
      if (known
          && reference.use().isOfPods()
          && !reference.optional()
          && !isInEveryCluster(reference, graph)) {
        boolean told = elsewhere.has(reference.kind(), reference.name());
        if (told || isData(reference.kind())) {
          assumed.add(reference);
          assumed.assume(reference, because(reference, graph, elsewhere));
        }
      }
    }
    assumed.namespaces(graph, elsewhere);
    return assumed;
  }

  private void namespaces(Graph graph, External elsewhere) {
    for (KubernetesObject object : graph.objects()) {
      String name = graph.namespaceOf(object);
      if (!name.isEmpty()
          && !name.equals(namespace)
          && graph.anywhere("Namespace", name).isEmpty()
          && elsewhere.has("Namespace", name)) {
        manifests.putIfAbsent(
            "Namespace//" + name,
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + quoted(name) + "}\n");
        String because = place(object.span("metadata", "namespace")) + " names it";
        assumptions.putIfAbsent(
            "Namespace/" + name,
            new Assumption("Namespace/" + name, "", "exists", because, "add it to the files"));
      }
    }
  }

  private static boolean isInEveryCluster(Reference reference, Graph graph) {
    return graph.anywhere(reference.kind(), reference.name()).stream()
        .anyMatch(known -> known.from().isEmpty());
  }

  private static String because(Reference reference, Graph graph, External elsewhere) {
    Span at = reference.at().span();
    return elsewhere == External.EVERYTHING
        ? place(at) + " names it"
        : graph.anywhere(reference.kind(), reference.name()).stream()
            .findFirst()
            .flatMap(KnownName::at)
            .map(maker -> "of what stands at " + place(maker))
            .orElse("the config lists it");
  }

  private static String place(Span span) {
    return span.file().path() + ":" + span.line();
  }

  private static boolean isData(String kind) {
    return kind.equals("ConfigMap") || kind.equals("Secret");
  }

  /** The objects as one text of manifests; empty where there are none. */
  String text() {
    var all = new ArrayList<String>();
    // A namespace before what is in it.
    var inOrder = new ArrayList<>(manifests.keySet());
    inOrder.sort(Comparator.comparing(key -> !key.startsWith("Namespace/")));
    inOrder.forEach(
        key -> {
          String start = manifests.get(key);
          var text = new StringBuilder(start);
          for (String name : keys.getOrDefault(key, Set.of())) {
            text.append("  ").append(quoted(name)).append(": assumed\n");
          }
          all.add(text.toString());
        });
    return String.join("---\n", all);
  }

  /** Names of classes that bind claims as those of an unknown cluster do. */
  List<String> storageClasses() {
    return List.copyOf(storageClasses);
  }

  List<Assumption> assumptions() {
    return List.copyOf(assumptions.values());
  }

  private void assume(Reference reference, String because) {
    String object = reference.kind() + "/" + reference.name();
    String assumed =
        switch (reference.kind()) {
          case "ConfigMap", "Secret" -> "exists, with every key that is asked for";
          case "PersistentVolumeClaim" -> "exists and is bound";
          default -> "exists";
        };
    assumptions.putIfAbsent(
        object, new Assumption(object, "", assumed, because, "add it to the files"));
  }

  private void add(Reference reference) {
    switch (reference.kind()) {
      case "ConfigMap" -> data(reference, "data");
      case "Secret" -> data(reference, "stringData");
      case "ServiceAccount" -> start(reference, "v1", "");
      case "PriorityClass" -> start(reference, "scheduling.k8s.io/v1", "value: 0\n");
      case "RuntimeClass" -> start(reference, "node.k8s.io/v1", "handler: assumed\n");
      case "PersistentVolumeClaim" -> claim(reference);
      case "PersistentVolume" -> volume(reference);
      case "StorageClass" -> storageClasses.add(reference.name());
      default -> {} // nothing that a pod meets
    }
  }

  private String start(Reference reference, String apiVersion, String more) {
    String place = place(reference);
    String key = reference.kind() + "/" + place + "/" + reference.name();
    manifests.putIfAbsent(
        key,
        "apiVersion: "
            + apiVersion
            + "\nkind: "
            + reference.kind()
            + "\nmetadata: {name: "
            + quoted(reference.name())
            + (reference.kind().endsWith("Class") || reference.kind().endsWith("Volume")
                ? ""
                : ", namespace: " + quoted(place))
            + "}\n"
            + more);
    return key;
  }

  private String place(Reference reference) {
    return reference.namespace().isEmpty() ? namespace : reference.namespace();
  }

  private void data(Reference reference, String field) {
    String key = start(reference, "v1", field + ":\n");
    Set<String> wanted = keys.computeIfAbsent(key, unused -> new LinkedHashSet<>());
    reference.keys().forEach(each -> wanted.add(each.key()));
  }

  /** A claim, and a volume that is kept for it. */
  private void claim(Reference reference) {
    String volume = "assumed-" + place(reference) + "-" + reference.name();
    start(
        reference,
        "v1",
        "spec:\n  accessModes: [ReadWriteOnce]\n  storageClassName: ''\n  volumeName: "
            + quoted(volume)
            + "\n  resources: {requests: {storage: 1Gi}}\n");
    manifests.putIfAbsent(
        "PersistentVolume//" + volume,
        "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: "
            + quoted(volume)
            + "}\n"
            + volumeSpec("", "1Gi")
            + "  claimRef: {namespace: "
            + quoted(place(reference))
            + ", name: "
            + quoted(reference.name())
            + "}\n");
  }

  private void volume(Reference reference) {
    String storageClass =
        reference.from() instanceof Claim claim ? claim.spec().storageClassName().orElse("") : "";
    start(reference, "v1", volumeSpec(storageClass, "1Ei"));
  }

  private static String volumeSpec(String storageClass, String size) {
    return "spec:\n"
        + "  accessModes: [ReadWriteOnce, ReadOnlyMany, ReadWriteMany]\n"
        + "  storageClassName: "
        + quoted(storageClass)
        + "\n  capacity: {storage: "
        + size
        + "}\n  hostPath: {path: /assumed}\n";
  }

  /** As YAML reads it back, whatever it holds. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''").replace("\n", "").replace("\r", "") + "'";
  }
}
