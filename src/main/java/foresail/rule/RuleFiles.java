package foresail.rule;

import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import foresail.source.Skipped;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the YAML of our own files: rules and words. */
final class RuleFiles {
  private RuleFiles() {}

  /**
   * The mapping that a text holds.
   *
   * @throws IllegalArgumentException where it does not parse or is none
   */
  static MappingNode read(String path, String text) {
    Sources sources = new SourceReader(ReadOptions.standard()).readText(path, text);
    List<MappingNode> roots = new ArrayList<>();
    for (Manifest manifest : sources.manifests()) {
      roots.add(manifest.root());
    }
    for (Skipped document : sources.skipped()) {
      if (document.root().orElse(null) instanceof MappingNode root) {
        roots.add(root);
      }
    }
    if (roots.size() != 1) {
      throw new IllegalArgumentException(
          sources.problems().isEmpty()
              ? path + ": one mapping is wanted"
              : sources.problems().get(0).at().span() + ": " + sources.problems().get(0).message());
    }
    return roots.get(0);
  }

  /**
   * The items of the list that a text holds.
   *
   * @throws IllegalArgumentException where it does not parse or is none
   */
  static List<Node> items(String path, String text) {
    Sources sources = new SourceReader(ReadOptions.standard()).readText(path, text);
    for (Skipped document : sources.skipped()) {
      if (document.root().orElse(null) instanceof SequenceNode list) {
        return list.items();
      }
    }
    throw new IllegalArgumentException(path + ": a list is wanted, " + sources.problems());
  }

  static Optional<String> text(Node node, String key) {
    return node.get(key)
        .filter(ScalarNode.class::isInstance)
        .map(value -> ((ScalarNode) value).text().strip());
  }

  static String required(MappingNode node, String key) {
    return text(node, key)
        .orElseThrow(() -> new IllegalArgumentException(node.span() + ": " + key + " is missing"));
  }

  static List<Node> list(Node node, String key) {
    return node.get(key).orElse(null) instanceof SequenceNode list ? list.items() : List.of();
  }
}
