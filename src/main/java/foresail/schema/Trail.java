package foresail.schema;

import java.util.Arrays;

/** Where a walk stands: the fields, list indexes and map keys that lead there. */
final class Trail {
  private static final int FIELD = -1;
  private static final int KEY = -2;

  private String[] names = new String[32];
  private int[] indexes = new int[32];
  private Struct[] structs = new Struct[32];
  private int depth;

  /** Steps into a field of a struct. */
  void field(Struct struct, String name) {
    push(struct, name, FIELD);
  }

  /** Steps into an item of a list. */
  void index(int index) {
    push(null, "", index);
  }

  /** Steps into a value of a map. */
  void key(String key) {
    push(null, key, KEY);
  }

  void back() {
    depth--;
  }

  int depth() {
    return depth;
  }

  private void push(Struct struct, String name, int index) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
      indexes = Arrays.copyOf(indexes, depth * 2);
      structs = Arrays.copyOf(structs, depth * 2);
    }
    names[depth] = name;
    indexes[depth] = index;
    structs[depth] = struct;
    depth++;
  }

  /**
   * As strict decoding prints it: {@code spec.containers[0].env[1].nam}, a map's key as a field.
   */
  String strict() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (indexes[i] >= 0) {
        path.append('[').append(indexes[i]).append(']');
      } else {
        dot(path).append(names[i]);
      }
    }
    return path.toString();
  }

  /** As validation prints it: {@code data[key]}. */
  String plain() {
    return withIndexes(false);
  }

  /** As messages about wrong types have it, but with indexes and keys. */
  String withInlined() {
    return withIndexes(true);
  }

  private String withIndexes(boolean inlined) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (indexes[i] == FIELD) {
        field(path, i, inlined);
      } else {
        String inside = indexes[i] == KEY ? names[i] : String.valueOf(indexes[i]);
        path.append('[').append(inside).append(']');
      }
    }
    return path.toString();
  }

  /**
   * {@code Container.spec.template.spec.containers.args}: the innermost struct, then the fields.
   */
  String goField() {
    StringBuilder path = new StringBuilder();
    String struct = "";
    for (int i = 0; i < depth; i++) {
      if (indexes[i] == FIELD) {
        field(path, i, true);
        struct = structs[i].goName();
      }
    }
    return struct + "." + path;
  }

  /** The Go type of the text here, or of those in the list here. */
  String nameOfText() {
    int i = depth - 1;
    if (i > 0 && indexes[i] >= 0) {
      i--;
    }
    // Values of maps, and what stands in fields of structs without a name, are plain strings.
    return i >= 0 && indexes[i] == FIELD && !structs[i].name().isEmpty()
        ? NamedTexts.of(structs[i], names[i])
        : "string";
  }

  private void field(StringBuilder path, int i, boolean inlined) {
    dot(path);
    if (inlined) {
      path.append(InlinedStructs.before(structs[i].goName(), names[i]));
    }
    path.append(names[i]);
  }

  private static StringBuilder dot(StringBuilder path) {
    return path.isEmpty() ? path : path.append('.');
  }

  /** The struct that the field at a depth belongs to; null for list items and map values. */
  Struct structAt(int at) {
    return structs[at];
  }

  /** The strict path up to a depth. */
  String strictUpTo(int to) {
    int whole = depth;
    depth = to;
    String path = strict();
    depth = whole;
    return path;
  }
}
