package foresail.rule.check;

import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.List;
import java.util.Optional;

/** Items of lists in the node tree. */
final class RuleNodes {
  private RuleNodes() {}

  static List<Node> items(Optional<Node> list) {
    return list.orElse(null) instanceof SequenceNode sequence ? sequence.items() : List.of();
  }
}
