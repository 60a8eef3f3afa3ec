package foresail.validation.update;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.util.Optional;

/** Finds a field by the path that the server prints. */
public final class WrittenPlace {
  private WrittenPlace() {}

  /** The key of the field, or of the nearest one around it that is written. */
  public static Span of(MappingNode root, String path) {
    Node node = root;
    Span place = root.get("kind").map(Node::span).orElse(root.span());
    for (String step : path.replace("[", ".[").split("\\.", -1)) {
      if (node instanceof MappingNode mapping && mapping.entry(step).isPresent()) {
        MappingNode.Entry entry = mapping.entry(step).get();
        place = entry.value().added() ? place : entry.key().span();
        node = entry.value();
      } else if (node instanceof SequenceNode list && item(list, step).isPresent()) {
        node = item(list, step).get();
      } else {
        break;
      }
    }
    return place;
  }

  private static Optional<Node> item(SequenceNode list, String step) {
    for (int i = 0; i < list.items().size(); i++) {
      if (step.equals("[" + i + "]")) {
        return Optional.of(list.items().get(i));
      }
    }
    return Optional.empty();
  }
}
