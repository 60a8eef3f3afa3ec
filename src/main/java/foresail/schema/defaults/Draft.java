package foresail.schema.defaults;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarStyle;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object to which defaults are being added. Nothing is copied until something is added; {@link
 * #build} then shares all that did not change.
 *
 * <p>What a value's type does not fit is left alone: decoding has refused it already.
 */
final class Draft {
  private final MappingNode original;

  /** Where added nodes point: the key that leads here, or what stands nearest to it. */
  private final Span place;

  private final Entries entries;

  /** Empty, and not yet a list of its own, until something below is asked for. */
  private List<Child> children = List.of();

  /**
   * A value of this object that is being drafted.
   *
   * @param items one for each item of a list; a single one for an object
   * @param objects those of the items that are objects
   */
  private record Child(String key, List<Draft> items, List<Draft> objects) {}

  private Draft(MappingNode original, Span place) {
    this.original = original;
    this.place = place;
    this.entries = new Entries(original);
  }

  /** A draft of a whole object. */
  static Draft of(MappingNode root) {
    return new Draft(root, nearestKey(root));
  }

  private static Span nearestKey(MappingNode node) {
    return node.entries().isEmpty() ? node.span() : node.entries().get(0).key().span();
  }

  // What is there

  /** The value as it is now, apart from what was drafted below it. */
  Optional<Node> get(String key) {
    int at = entries.position(key);
    return at < 0 ? Optional.empty() : Optional.of(entries.value(at));
  }

  boolean has(String key) {
    return entries.position(key) >= 0;
  }

  /** The text of a scalar; empty where there is none. */
  String text(String key) {
    int at = entries.position(key);
    return at >= 0 && entries.value(at) instanceof ScalarNode scalar ? scalar.text() : "";
  }

  /** Whether it is absent, or a string, list or map of no length. */
  boolean isEmpty(String key) {
    int at = entries.position(key);
    return at < 0 || isEmpty(entries.value(at));
  }

  private static boolean isEmpty(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.isString() && scalar.text().isEmpty();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.items().isEmpty();
    }
    return node instanceof MappingNode mapping && mapping.entries().isEmpty();
  }

  /** Whether no other key is there. */
  boolean hasOnly(String key) {
    for (MappingNode.Entry entry : entries()) {
      if (!entry.name().equals(key)) {
        return false;
      }
    }
    return true;
  }

  List<MappingNode.Entry> entries() {
    return entries.list();
  }

  // Defaults of single values

  /** For a string that is absent or empty. */
  void text(String key, String value) {
    whenEmpty(key, value, ScalarType.STRING);
  }

  /** For a string that may be empty, but not absent. */
  void optionalText(String key, String value) {
    whenAbsent(key, value, ScalarType.STRING);
  }

  /** For a number that is absent. */
  void number(String key, long value) {
    whenAbsent(key, Long.toString(value), ScalarType.INTEGER);
  }

  /** For a number for which zero means absent. */
  void positive(String key, long value) {
    int at = entries.position(key);
    boolean zero = at >= 0 && entries.value(at) instanceof ScalarNode n && isZero(n);
    if (at < 0 || zero) {
      put(key, scalar(key, Long.toString(value), ScalarType.INTEGER));
    }
  }

  private static boolean isZero(ScalarNode node) {
    return node.type() == ScalarType.INTEGER && node.text().equals("0");
  }

  /** For a boolean that is absent. */
  void flag(String key, boolean value) {
    whenAbsent(key, Boolean.toString(value), ScalarType.BOOLEAN);
  }

  /** For a list of strings that is absent or empty. */
  void list(String key, List<String> values) {
    if (isEmpty(key)) {
      Span at = placeOf(key);
      List<Node> items = new ArrayList<>();
      values.forEach(value -> items.add(ScalarNode.added(value, ScalarType.STRING, at)));
      put(key, new SequenceNode(items, at, true));
    }
  }

  private void whenAbsent(String key, String value, ScalarType type) {
    if (!has(key)) {
      put(key, scalar(key, value, type));
    }
  }

  private void whenEmpty(String key, String value, ScalarType type) {
    if (isEmpty(key) && !isContainer(key)) {
      put(key, scalar(key, value, type));
    }
  }

  private boolean isContainer(String key) {
    int at = entries.position(key);
    return at >= 0 && !(entries.value(at) instanceof ScalarNode);
  }

  private ScalarNode scalar(String key, String value, ScalarType type) {
    return ScalarNode.added(value, type, placeOf(key));
  }

  /** Where a value of this key points: its own key if it is written, else this object's place. */
  Span placeOf(String key) {
    int at = entries.position(key);
    return at >= 0 ? entries.list().get(at).key().span() : place;
  }

  /** Puts a value in place of the old one, or behind all others. */
  void put(String key, Node value) {
    int at = entries.position(key);
    if (at >= 0) {
      entries.replace(at, value);
    } else {
      entries.append(key(key), value);
    }
  }

  /** Puts a value behind all others under a key that was written elsewhere, or replaces the old. */
  void put(ScalarNode key, Node value) {
    int at = entries.position(key.text());
    if (at >= 0) {
      entries.replace(at, value);
    } else {
      entries.append(key, value);
    }
  }

  void remove(String key) {
    int at = entries.position(key);
    if (at >= 0) {
      entries.remove(at);
    }
  }

  private ScalarNode key(String name) {
    return new ScalarNode(name, name, ScalarType.STRING, ScalarStyle.PLAIN, place, true);
  }

  // What is below

  /** The object at the key, made if it is absent. */
  Draft object(String key) {
    if (!has(key)) {
      put(key, new MappingNode(List.of(), place, true));
    }
    List<Draft> there = each(key);
    return there.isEmpty() ? lost() : there.get(0);
  }

  /** The object at the key, or the objects of the list at the key, or none. */
  List<Draft> each(String key) {
    int at = entries.position(key);
    if (at < 0 || entries.value(at) instanceof ScalarNode) {
      return List.of();
    }
    for (Child child : children) {
      if (child.key.equals(key)) {
        return child.objects;
      }
    }
    Child child = child(key, entries.value(at));
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    children.add(child);
    return child.objects;
  }

  private Child child(String key, Node value) {
    if (value instanceof MappingNode mapping) {
      Draft draft = new Draft(mapping, placeOf(key));
      return new Child(key, List.of(draft), List.of(draft));
    }
    List<Node> items = ((SequenceNode) value).items();
    List<Draft> drafts = new ArrayList<>(items.size());
    List<Draft> objects = new ArrayList<>(items.size());
    for (Node item : items) {
      Draft draft = NO_OBJECT;
      if (item instanceof MappingNode mapping) {
        draft = new Draft(mapping, nearestKey(mapping));
        objects.add(draft);
      }
      drafts.add(draft);
    }
    return new Child(key, drafts, objects);
  }

  /** Stands for list items that are no objects. */
  private static final Draft NO_OBJECT = lost();

  /** A draft that nobody builds, for defaults below a value of the wrong type. */
  private static Draft lost() {
    Span nowhere = new Span(new SourceFile("", ""), 1, 1, 1, 1);
    return new Draft(new MappingNode(List.of(), nowhere), nowhere);
  }

  // The result

  /** The object with everything that was added; the original itself if nothing was. */
  MappingNode build() {
    for (Child child : children) {
      build(child);
    }
    children = List.of();
    return entries.build();
  }

  private void build(Child child) {
    Node value = entries.value(entries.position(child.key));
    List<Node> built = null;
    for (int i = 0; i < child.items.size(); i++) {
      Draft draft = child.items.get(i);
      MappingNode item = draft == NO_OBJECT ? draft.original : draft.build();
      if (item != draft.original) {
        if (built == null) {
          built =
              new ArrayList<>(value instanceof SequenceNode list ? list.items() : List.of(value));
        }
        built.set(i, item);
      }
    }
    if (built != null) {
      put(
          child.key,
          value instanceof SequenceNode list
              ? new SequenceNode(built, list.span(), list.added())
              : built.get(0));
    }
  }
}
