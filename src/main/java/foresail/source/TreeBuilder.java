package foresail.source;

import foresail.source.MappingNode.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Builds the nodes of one document from what a reader meets in reading order. It resolves anchors
 * and merge keys as go.yaml.in/yaml/v2 does (decode.go), and notes keys that are written twice.
 *
 * <p>It keeps a stack of its own, so depth costs no Java stack.
 */
final class TreeBuilder {
  /**
   * Deepest nesting that is read. No type of Kubernetes comes near it, and everything that walks a
   * document later may use recursion.
   */
  static final int DEEPEST = 500;

  /** From this size on keys are compared by hashing. */
  private static final int HASH_FROM = 12;

  private final SourceFile file;
  private final List<DuplicateKeys.Pair> duplicates = new ArrayList<>(0);
  private final Anchors anchors = new Anchors();

  /** Entries and items of all open mappings and lists, outermost first. */
  private Object[] pending = new Object[64];

  private int pendingCount;

  /** Those up to the depth are open; the others wait to be used again. */
  private OpenNode[] open = new OpenNode[16];

  private int depth;
  private OpenNode top;
  private Node root;

  TreeBuilder(SourceFile file) {
    this.file = file;
  }

  /** Forgets all of the document before. */
  void reset() {
    duplicates.clear();
    anchors.reset();
    pendingCount = 0;
    depth = 0;
    top = null;
    root = null;
  }

  /** The whole document; null before its end and for an empty document. */
  Node root() {
    return root;
  }

  List<Problem> problems() {
    return DuplicateKeys.problems(duplicates);
  }

  /** Whether the next scalar is a key. */
  boolean expectsKey() {
    return top != null && top.mapping && top.key == null && !top.merge;
  }

  /**
   * Begins a mapping.
   *
   * @param anchor null where it has none
   */
  void beginMapping(int line, int column, String anchor) {
    begin(true, line, column, anchor);
  }

  /**
   * Begins a list.
   *
   * @param anchor null where it has none
   */
  void beginSequence(int line, int column, String anchor) {
    begin(false, line, column, anchor);
  }

  private void begin(boolean mapping, int line, int column, String anchor) {
    if (expectsKey()) {
      throw new UnreadableText(
          "a key must be a single value, and here a "
              + (mapping ? "mapping" : "list")
              + " stands in its place",
          new Span(file, line, column, line, column + 1));
    }
    if (depth >= DEEPEST) {
      throw new UnreadableText(
          "the document is nested more than " + DEEPEST + " levels deep",
          new Span(file, line, column, line, column + 1));
    }
    if (anchor != null) {
      anchors.forget(anchor);
    }
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    top = open[depth];
    if (top == null) {
      top = new OpenNode();
      open[depth] = top;
    }
    depth++;
    top.begin(mapping, line, column, anchor, pendingCount);
  }

  /** Ends the innermost mapping or list, which has closing brackets: their end is its own. */
  void end(int endLine, int endColumn) {
    OpenNode ended = top;
    Span span = new Span(file, ended.line, ended.column, endLine, endColumn);
    Node node = ended.mapping ? mapping(ended, span) : list(ended, span);
    Arrays.fill(pending, ended.first, pendingCount, null);
    pendingCount = ended.first;
    depth--;
    top = depth == 0 ? null : open[depth - 1];
    add(node, ended.anchor, ended.size);
  }

  private MappingNode mapping(OpenNode ended, Span span) {
    Entry[] entries = new Entry[pendingCount - ended.first];
    System.arraycopy(pending, ended.first, entries, 0, entries.length);
    return new MappingNode(List.of(entries), span);
  }

  private SequenceNode list(OpenNode ended, Span span) {
    Node[] items = new Node[pendingCount - ended.first];
    System.arraycopy(pending, ended.first, items, 0, items.length);
    return new SequenceNode(List.of(items), span);
  }

  private void push(Object part) {
    if (pendingCount == pending.length) {
      pending = Arrays.copyOf(pending, pendingCount * 2);
    }
    pending[pendingCount++] = part;
  }

  private Entry pendingEntry(int index) {
    return (Entry) pending[index];
  }

  /** Ends the innermost mapping or list, which ends with its last value. */
  void end() {
    Span last = lastSpan();
    if (last == null) {
      end(top.line, top.column);
    } else {
      end(last.endLine(), last.endColumn());
    }
  }

  private Span lastSpan() {
    if (pendingCount == top.first) {
      return null;
    }
    if (!top.mapping) {
      return ((Node) pending[pendingCount - 1]).span();
    }
    Entry last = pendingEntry(pendingCount - 1);
    Span key = last.key().span();
    Span value = last.value().span();
    // The value of an alias stands elsewhere, mostly further up.
    return value.endLine() < key.line() ? key : value;
  }

  /**
   * Adds a value, or a key.
   *
   * @param anchor null where it has none
   */
  void scalar(ScalarNode node, String anchor) {
    add(node, anchor, 1);
  }

  /** Takes the next value for what a merge key merges. */
  void mergeKey() {
    top.merge = true;
  }

  /** Adds what an anchor names. */
  void alias(String name, Span span) {
    for (int i = 0; i < depth; i++) {
      if (name.equals(open[i].anchor)) {
        throw new UnreadableText("the value of anchor &" + name + " contains itself", span);
      }
    }
    Anchors.Anchored target = anchors.resolve(name, span);
    if (expectsKey() && !(target.node() instanceof ScalarNode)) {
      throw new UnreadableText("*" + name + " stands for no single value, so it is no key", span);
    }
    add(target.node(), null, target.size() + 1);
  }

  private void add(Node node, String anchor, long size) {
    anchors.count();
    if (anchor != null) {
      anchors.put(anchor, node, size);
    }
    OpenNode parent = top;
    if (parent == null) {
      root = node;
      return;
    }
    parent.size += size;
    if (!parent.mapping) {
      push(node);
    } else if (parent.merge) {
      parent.merge = false;
      merge(parent, node);
    } else if (parent.key == null) {
      parent.key = MappingKey.of((ScalarNode) node);
    } else {
      Entry entry = new Entry(parent.key, node);
      parent.key = null;
      put(parent, entry, true);
    }
  }

  /** Later values win; a merge may therefore overwrite what stands above it. */
  private void put(OpenNode parent, Entry entry, boolean written) {
    int before = find(parent, entry.name());
    if (before < 0) {
      if (parent.index != null) {
        parent.index.put(entry.name(), pendingCount);
      }
      push(entry);
      return;
    }
    if (written && !parent.wasMerged(entry.name())) {
      ScalarNode first = pendingEntry(before).key();
      duplicates.add(new DuplicateKeys.Pair(first, entry.key(), depth == 1));
    }
    pending[before] = entry;
  }

  private int find(OpenNode parent, String name) {
    if (pendingCount - parent.first < HASH_FROM) {
      for (int i = parent.first; i < pendingCount; i++) {
        if (pendingEntry(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
    if (parent.index == null) {
      parent.index = new HashMap<>(HASH_FROM * 4);
      for (int i = parent.first; i < pendingCount; i++) {
        parent.index.put(pendingEntry(i).name(), i);
      }
    }
    return parent.index.getOrDefault(name, -1);
  }

  private void merge(OpenNode parent, Node node) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        put(parent, entry, false);
        parent.noteMerged(entry.name());
      }
    } else if (node instanceof SequenceNode list) {
      // Backwards, because of several mappings the first wins.
      for (int i = list.items().size() - 1; i >= 0; i--) {
        if (!(list.items().get(i) instanceof MappingNode)) {
          throw notMergeable(list.items().get(i));
        }
        merge(parent, list.items().get(i));
      }
    } else {
      throw notMergeable(node);
    }
  }

  private static UnreadableText notMergeable(Node node) {
    return new UnreadableText("<< merges mappings, and this is none", node.span());
  }
}
