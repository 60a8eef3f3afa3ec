package foresail.source;

import foresail.source.MappingNode.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  private final AliasBudget budget = new AliasBudget();
  private final ArrayList<Frame> stack = new ArrayList<>();
  private Map<String, Anchored> anchors = Map.of();
  private Frame top;
  private Node root;

  /** What an anchor names, and how many values it counts for. */
  private record Anchored(Node node, long size) {}

  /** A mapping or list that is not complete. */
  private static final class Frame {
    final boolean mapping;
    final int line;
    final int column;
    final String anchor;
    final ArrayList<Entry> entries;
    final ArrayList<Node> items;
    Map<String, Integer> index;
    Set<String> merged = Set.of();
    ScalarNode key;
    boolean merge;
    long size = 1;

    Frame(boolean mapping, int line, int column, String anchor) {
      this.mapping = mapping;
      this.line = line;
      this.column = column;
      this.anchor = anchor;
      this.entries = mapping ? new ArrayList<>() : null;
      this.items = mapping ? null : new ArrayList<>();
    }
  }

  TreeBuilder(SourceFile file) {
    this.file = file;
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
    if (stack.size() >= DEEPEST) {
      throw new UnreadableText(
          "the document is nested more than " + DEEPEST + " levels deep",
          new Span(file, line, column, line, column + 1));
    }
    if (anchor != null) {
      anchors().remove(anchor);
    }
    top = new Frame(mapping, line, column, anchor);
    stack.add(top);
  }

  /** Ends the innermost mapping or list, which has closing brackets: their end is its own. */
  void end(int endLine, int endColumn) {
    Frame frame = top;
    Span span = new Span(file, frame.line, frame.column, endLine, endColumn);
    Node node =
        frame.mapping ? new MappingNode(frame.entries, span) : new SequenceNode(frame.items, span);
    stack.remove(stack.size() - 1);
    top = stack.isEmpty() ? null : stack.get(stack.size() - 1);
    add(node, frame.anchor, frame.size);
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
    if (top.mapping) {
      if (top.entries.isEmpty()) {
        return null;
      }
      Entry last = top.entries.get(top.entries.size() - 1);
      Span key = last.key().span();
      Span value = last.value().span();
      // The value of an alias stands elsewhere, mostly further up.
      return value.endLine() < key.line() ? key : value;
    }
    return top.items.isEmpty() ? null : top.items.get(top.items.size() - 1).span();
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
    for (Frame open : stack) {
      if (name.equals(open.anchor)) {
        throw new UnreadableText("the value of anchor &" + name + " contains itself", span);
      }
    }
    Anchored target = anchors.get(name);
    if (target == null) {
      throw new UnreadableText("there is no anchor &" + name + " above this *" + name, span);
    }
    if (!budget.allowsAlias(target.size)) {
      throw new UnreadableText(
          "the aliases of this document expand to more values than the API server takes", span);
    }
    if (expectsKey() && !(target.node instanceof ScalarNode)) {
      throw new UnreadableText("*" + name + " stands for no single value, so it is no key", span);
    }
    add(target.node, null, target.size + 1);
  }

  private Map<String, Anchored> anchors() {
    if (anchors.isEmpty() && !(anchors instanceof HashMap)) {
      anchors = new HashMap<>();
    }
    return anchors;
  }

  private void add(Node node, String anchor, long size) {
    budget.count();
    if (anchor != null) {
      anchors().put(anchor, new Anchored(node, size));
    }
    Frame frame = top;
    if (frame == null) {
      root = node;
      return;
    }
    frame.size += size;
    if (!frame.mapping) {
      frame.items.add(node);
    } else if (frame.merge) {
      frame.merge = false;
      merge(frame, node);
    } else if (frame.key == null) {
      frame.key = MappingKey.of((ScalarNode) node);
    } else {
      Entry entry = new Entry(frame.key, node);
      frame.key = null;
      put(frame, entry, true);
    }
  }

  /** Later values win; a merge may therefore overwrite what stands above it. */
  private void put(Frame frame, Entry entry, boolean written) {
    int before = find(frame, entry.name());
    if (before < 0) {
      if (frame.index != null) {
        frame.index.put(entry.name(), frame.entries.size());
      }
      frame.entries.add(entry);
      return;
    }
    if (written && (frame.merged.isEmpty() || !frame.merged.remove(entry.name()))) {
      ScalarNode first = frame.entries.get(before).key();
      duplicates.add(new DuplicateKeys.Pair(first, entry.key(), stack.size() == 1));
    }
    frame.entries.set(before, entry);
  }

  private int find(Frame frame, String name) {
    List<Entry> entries = frame.entries;
    int count = entries.size();
    if (count < HASH_FROM) {
      for (int i = 0; i < count; i++) {
        if (entries.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
    if (frame.index == null) {
      frame.index = new HashMap<>(count * 4);
      for (int i = 0; i < count; i++) {
        frame.index.put(entries.get(i).name(), i);
      }
    }
    return frame.index.getOrDefault(name, -1);
  }

  private void merge(Frame frame, Node node) {
    if (node instanceof MappingNode mapping) {
      if (frame.merged.isEmpty()) {
        frame.merged = new HashSet<>();
      }
      for (Entry entry : mapping.entries()) {
        put(frame, entry, false);
        frame.merged.add(entry.name());
      }
    } else if (node instanceof SequenceNode list) {
      // Backwards, because of several mappings the first wins.
      for (int i = list.items().size() - 1; i >= 0; i--) {
        if (!(list.items().get(i) instanceof MappingNode)) {
          throw new UnreadableText(
              "<< merges mappings, and this is none", list.items().get(i).span());
        }
        merge(frame, list.items().get(i));
      }
    } else {
      throw new UnreadableText("<< merges mappings, and this is none", node.span());
    }
  }
}
