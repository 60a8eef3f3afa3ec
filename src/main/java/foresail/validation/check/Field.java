package foresail.validation.check;

import foresail.notation.Quantity;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in an object: where it is, and the value there if there is one. A value of the wrong type
 * reads as Go's zero value, and so does null, as the server's validation would see it.
 */
public final class Field {
  private static final int NAMED = -1;
  private static final int KEYED = -2;
  private static final int ROOT = -3;

  private final Field parent;
  private final Field printed;
  private final Node node;
  private final ScalarNode key;
  private final String name;
  private final int step;

  private Field(Field parent, Field printed, Node node, ScalarNode key, String name, int step) {
    this.parent = parent;
    this.printed = printed;
    this.node = node;
    this.key = key;
    this.name = name;
    this.step = step;
  }

  /** The object itself; its path is empty. */
  public static Field root(MappingNode object) {
    return new Field(null, null, object, null, "", ROOT);
  }

  /** The field of that name below this one, present or absent. */
  public Field get(String field) {
    if (node instanceof MappingNode mapping) {
      MappingNode.Entry entry = mapping.entry(field).orElse(null);
      if (entry != null) {
        return new Field(this, null, present(entry.value()), entry.key(), field, NAMED);
      }
    }
    return new Field(this, null, null, null, field, NAMED);
  }

  /** The field of that name where it is set, else null: most fields of most objects are absent. */
  Field getIfSet(String field) {
    if (!(node instanceof MappingNode mapping)) {
      return null;
    }
    MappingNode.Entry entry = mapping.entry(field).orElse(null);
    Node value = entry == null ? null : present(entry.value());
    return value == null ? null : new Field(this, null, value, entry.key(), field, NAMED);
  }

  /** The entry of that key in this map, present or absent: {@code data[tls.crt]}. */
  public Field entry(String key) {
    Field field = get(key);
    return new Field(this, null, field.node, field.key, key, KEYED);
  }

  /** A field reached by several names. */
  public Field at(String... fields) {
    Field field = this;
    for (String next : fields) {
      field = field.get(next);
    }
    return field;
  }

  /** An item of this list. */
  public Field item(int index) {
    return new Field(
        this, null, present(((SequenceNode) node).items().get(index)), null, "", index);
  }

  /** A place in this list by its number only, to print another item there. */
  public Field place(int index) {
    return new Field(this, null, null, null, "", index);
  }

  /** A place in this map by its key only, to print another entry there. */
  public Field key(String name) {
    return new Field(this, null, null, null, name, KEYED);
  }

  /** How many items this list, or entries this map, has; 0 where it is neither. */
  public int size() {
    if (node instanceof SequenceNode list) {
      return list.items().size();
    }
    return node instanceof MappingNode mapping ? mapping.entries().size() : 0;
  }

  /** The items of this list; empty where it is none. */
  public List<Field> items() {
    if (!(node instanceof SequenceNode list) || list.items().isEmpty()) {
      return List.of();
    }
    List<Field> items = new ArrayList<>(list.items().size());
    for (int i = 0; i < list.items().size(); i++) {
      items.add(item(i));
    }
    return items;
  }

  /** The values of this map, each with its key in its path: {@code limits[cpu]}. */
  public List<Field> entries() {
    if (!(node instanceof MappingNode mapping) || mapping.entries().isEmpty()) {
      return List.of();
    }
    List<Field> values = new ArrayList<>(mapping.entries().size());
    for (MappingNode.Entry entry : mapping.entries()) {
      Node value = present(entry.value());
      values.add(new Field(this, null, value, entry.key(), entry.name(), KEYED));
    }
    return values;
  }

  private static Node present(Node node) {
    return node instanceof ScalarNode scalar && scalar.isNull() ? null : node;
  }

  /** The same place, but printed as another: the server's own paths are not always right. */
  public Field printedAs(Field other) {
    return new Field(parent, other, node, key, name, step);
  }

  /** The same place, but printed under another last name. */
  public Field printedAs(String otherName) {
    return printedAs(new Field(printedParent(), null, node, key, otherName, NAMED));
  }

  private Field printedParent() {
    return printed == null ? parent : printed.parent;
  }

  /** What holds this field: the object, list or map around it. */
  public Field parent() {
    return parent;
  }

  /** The field's name, or the key of a map's entry; empty for an item of a list. */
  public String name() {
    return name;
  }

  /** Position in the list around it; negative where there is none. */
  public int index() {
    return step;
  }

  /** Whether a value is here that is not null: a Go pointer that is not nil. */
  public boolean isSet() {
    return node != null;
  }

  /** Whether this reads as Go's zero value: absent, "", 0, false, or nothing in it. */
  public boolean isZero() {
    if (node instanceof ScalarNode scalar) {
      return switch (scalar.type()) {
        case STRING -> scalar.text().isEmpty();
        case INTEGER, FLOAT -> number() == 0;
        case BOOLEAN -> !isTrue();
        case NULL -> true;
      };
    }
    return size() == 0;
  }

  public boolean isString() {
    return node instanceof ScalarNode scalar && scalar.isString();
  }

  public boolean isObject() {
    return node instanceof MappingNode;
  }

  /** The string here; empty where there is none. */
  public String text() {
    return node instanceof ScalarNode scalar && scalar.isString() ? scalar.text() : "";
  }

  public boolean is(String text) {
    return text().equals(text);
  }

  /** The whole number here; 0 where there is none. */
  public long number() {
    if (node instanceof ScalarNode scalar) {
      try {
        if (scalar.type() == ScalarType.INTEGER) {
          return Long.parseLong(scalar.text());
        }
        if (scalar.type() == ScalarType.FLOAT) {
          return (long) Double.parseDouble(scalar.text());
        }
      } catch (NumberFormatException outOfRange) {
        return 0; // the schema has refused it
      }
    }
    return 0;
  }

  /** The quantity here, as the server keeps it in lists of resources; zero where there is none. */
  public Quantity quantity() {
    return node instanceof ScalarNode scalar
        ? Quantity.parse(scalar.text()).map(Quantity::roundedUpToMilli).orElse(Quantity.ZERO)
        : Quantity.ZERO;
  }

  public boolean isTrue() {
    return node instanceof ScalarNode scalar
        && scalar.type() == ScalarType.BOOLEAN
        && scalar.text().equals("true");
  }

  /** The text of a scalar as JSON has it, without quotes; empty for anything else. */
  public String scalarText() {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }

  /** The value, for those who need more than this class tells. */
  public Optional<Node> node() {
    return Optional.ofNullable(node);
  }

  /** As the server prints it: {@code spec.containers[0].resources.limits[cpu]}. */
  public String path() {
    StringBuilder path = new StringBuilder();
    printPath(path);
    return path.toString();
  }

  private void printPath(StringBuilder path) {
    if (printed != null) {
      printed.printPath(path);
      return;
    }
    if (step == ROOT) {
      return;
    }
    parent.printPath(path);
    if (step == NAMED) {
      path.append(path.isEmpty() ? "" : ".").append(name);
    } else if (step == KEYED) {
      path.append('[').append(name).append(']');
    } else {
      path.append('[').append(step).append(']');
    }
  }

  /**
   * The smallest text to blame: a scalar itself, the key of an object or list; for what is absent
   * the key of the nearest written parent.
   */
  public Span span() {
    if (node instanceof ScalarNode) {
      return node.span();
    }
    if (key != null) {
      return key.span();
    }
    if (node instanceof MappingNode mapping && !mapping.entries().isEmpty() && step >= 0) {
      return mapping.entries().get(0).key().span(); // a list's item has no key of its own
    }
    if (step == ROOT) {
      return rootSpan();
    }
    return node == null ? parent.span() : node.span();
  }

  private Span rootSpan() {
    MappingNode object = (MappingNode) node;
    return object
        .entry("kind")
        .map(entry -> entry.value().span())
        .orElseGet(
            () -> object.entries().isEmpty() ? node.span() : object.entries().get(0).key().span());
  }

  /** The path, for debugging. */
  @Override
  public String toString() {
    return path();
  }
}
