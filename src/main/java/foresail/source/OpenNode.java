package foresail.source;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A mapping or list whose end was not met yet. It is used for one after the other. */
final class OpenNode {
  boolean mapping;
  int line;
  int column;
  String anchor;

  /** Where its entries or items begin among those of all open nodes. */
  int first;

  /** Where each key stands, once there are many. */
  Map<String, Integer> index;

  /** The key whose value comes next. */
  ScalarNode key;

  /** Whether what comes next is merged. */
  boolean merge;

  /** How many values it holds, itself among them, aliases counted as what they stand for. */
  long size;

  private Set<String> merged = Set.of();

  void begin(boolean mapping, int line, int column, String anchor, int first) {
    this.mapping = mapping;
    this.line = line;
    this.column = column;
    this.anchor = anchor;
    this.first = first;
    this.index = null;
    this.key = null;
    this.merge = false;
    this.size = 1;
    this.merged = Set.of();
  }

  void noteMerged(String key) {
    if (merged.isEmpty()) {
      merged = new HashSet<>();
    }
    merged.add(key);
  }

  /** Whether a key came from a merge; asked once, because it is then written. */
  boolean wasMerged(String key) {
    return !merged.isEmpty() && merged.remove(key);
  }
}
