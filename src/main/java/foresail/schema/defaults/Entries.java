package foresail.schema.defaults;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of an object; they are copied once one of them changes. */
final class Entries {
  private final MappingNode original;

  /** Null until something changes. */
  private List<MappingNode.Entry> changed;

  /**
   * The hash codes of the keys, in the order of the entries: each object is asked for a dozen keys,
   * and reading the names for each would take most of the time.
   */
  private int[] hashes;

  Entries(MappingNode original) {
    this.original = original;
    this.hashes = hashesOf(original.entries());
  }

  private static int[] hashesOf(List<MappingNode.Entry> entries) {
    int[] hashes = new int[entries.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = entries.get(i).name().hashCode();
    }
    return hashes;
  }

  /** As they are now. */
  List<MappingNode.Entry> list() {
    return changed != null ? changed : original.entries();
  }

  /** Where the key is; negative where it is not. */
  int position(String key) {
    int hash = key.hashCode();
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] == hash && list().get(i).name().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  Node value(int position) {
    return list().get(position).value();
  }

  /** Puts a value in place of another one. */
  void replace(int position, Node value) {
    copy();
    changed.set(position, new MappingNode.Entry(changed.get(position).key(), value));
  }

  /** Puts a value behind all others; its key must not be there yet. */
  void append(ScalarNode key, Node value) {
    copy();
    MappingNode.Entry entry = new MappingNode.Entry(key, value);
    changed.add(entry);
    hashes = Arrays.copyOf(hashes, hashes.length + 1);
    hashes[hashes.length - 1] = entry.name().hashCode();
  }

  void remove(int position) {
    copy();
    changed.remove(position);
    hashes = hashesOf(changed);
  }

  private void copy() {
    if (changed == null) {
      changed = new ArrayList<>(original.entries());
    }
  }

  /** The object with these entries; the original itself if nothing changed. */
  MappingNode build() {
    return changed == null ? original : new MappingNode(changed, original.span(), original.added());
  }
}
