package foresail.source;

import java.util.HashMap;
import java.util.Map;

/** The anchors of a document, and how much its aliases stand for. */
final class Anchors {
  private final AliasBudget budget = new AliasBudget();

  /** Most documents have none. */
  private Map<String, Anchored> anchors = Map.of();

  /**
   * What an anchor names.
   *
   * @param size how many values it counts for
   */
  record Anchored(Node node, long size) {}

  void reset() {
    budget.reset();
    anchors = Map.of();
  }

  /** Counts a value, which makes room for aliases. */
  void count() {
    budget.count();
  }

  /** Notes what an anchor names; it may have named something else before. */
  void put(String name, Node node, long size) {
    if (anchors.isEmpty()) {
      anchors = new HashMap<>();
    }
    anchors.put(name, new Anchored(node, size));
  }

  /** Forgets what a name stood for, because it now names something that is not complete. */
  void forget(String name) {
    if (anchors.containsKey(name)) {
      anchors.remove(name);
    }
  }

  /**
   * What an alias stands for.
   *
   * @param span the alias itself
   * @throws UnreadableText where there is no such anchor above, or the aliases stand for too much
   */
  Anchored resolve(String name, Span span) {
    Anchored target = anchors.get(name);
    if (target == null) {
      throw new UnreadableText("there is no anchor &" + name + " above this *" + name, span);
    }
    if (!budget.allowsAlias(target.size())) {
      throw new UnreadableText(
          "the aliases of this document expand to more values than the API server takes", span);
    }
    return target;
  }
}
