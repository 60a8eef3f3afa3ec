package foresail.graph;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import foresail.source.Skipped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a kustomization file says about the files around it.
 *
 * @param folder normalized
 * @param namespace empty where it sets none
 * @param includes files and folders that it puts together, normalized
 * @param patches files that change objects and are none themselves, normalized
 * @param generated ConfigMaps and Secrets that it makes
 * @param addsUnknown whether it also brings in what is not read here: a remote base, a Helm chart
 */
record Kustomization(
    Path folder,
    String namespace,
    List<Path> includes,
    List<Path> patches,
    List<Generated> generated,
    boolean addsUnknown) {

  /**
   * @param keys empty where they come from files that are not read
   */
  record Generated(String kind, String namespace, String name, Node node) {}

  static Optional<Kustomization> of(Skipped document) {
    if (document.kind() != Skipped.Kind.KUSTOMIZATION
        || !(document.root().orElse(null) instanceof MappingNode root)) {
      return Optional.empty();
    }
    Path file = Path.of(document.file().path()).normalize();
    Path folder = file.getParent() == null ? Path.of("") : file.getParent();
    List<Path> includes = new ArrayList<>();
    boolean unknown =
        root.get("helmCharts").isPresent() || root.get("helmChartInflationGenerator").isPresent();
    for (String key : List.of("resources", "bases", "components", "generators", "crds")) {
      for (String entry : strings(root, key)) {
        if (isRemote(entry)) {
          unknown = true;
        } else {
          includes.add(folder.resolve(entry).normalize());
        }
      }
    }
    List<Path> patches = new ArrayList<>();
    for (String key :
        List.of(
            "patchesStrategicMerge",
            "patches",
            "patchesJson6902",
            "transformers",
            "configurations",
            "replacements")) {
      for (Node item : items(root, key)) {
        pathOf(item).ifPresent(path -> patches.add(folder.resolve(path).normalize()));
      }
    }
    String namespace = root.string("namespace").orElse("");
    List<Generated> generated = new ArrayList<>();
    generators(root, "configMapGenerator", "ConfigMap", namespace, generated);
    generators(root, "secretGenerator", "Secret", namespace, generated);
    return Optional.of(new Kustomization(folder, namespace, includes, patches, generated, unknown));
  }

  /** Whether an entry is fetched from elsewhere: a URL, or {@code host/owner/repository}. */
  private static boolean isRemote(String entry) {
    int slash = entry.indexOf('/');
    String first = slash < 0 ? "" : entry.substring(0, slash);
    return entry.contains("://")
        || entry.contains("?ref=")
        || entry.startsWith("git@")
        || (first.contains(".") && !first.equals(".") && !first.equals(".."));
  }

  private static Optional<String> pathOf(Node item) {
    if (item instanceof ScalarNode scalar) {
      return scalar.text().contains("\n") ? Optional.empty() : Optional.of(scalar.text());
    }
    return item.string("path");
  }

  private static void generators(
      MappingNode root, String key, String kind, String namespace, List<Generated> into) {
    String prefix = root.string("namePrefix").orElse("");
    String suffix = root.string("nameSuffix").orElse("");
    for (Node item : items(root, key)) {
      item.string("name")
          .ifPresent(
              name -> {
                String own = item.string("namespace").orElse(namespace);
                into.add(new Generated(kind, own, name, item));
                if (!prefix.isEmpty() || !suffix.isEmpty()) {
                  into.add(new Generated(kind, own, prefix + name + suffix, item));
                }
              });
    }
  }

  private static List<String> strings(Node root, String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(root, key)) {
      if (item instanceof ScalarNode scalar && scalar.isString()) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }

  private static List<Node> items(Node root, String key) {
    return root.get(key).orElse(null) instanceof SequenceNode list ? list.items() : List.of();
  }
}
