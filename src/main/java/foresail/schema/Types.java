package foresail.schema;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The structs of one release, each read when it is first asked for. */
final class Types {
  private final SchemaText text;
  private final Release release;
  private final Map<String, Struct> known = new ConcurrentHashMap<>();

  Types(SchemaText text, Release release) {
    this.text = text;
    this.release = release;
  }

  /** The struct of a type of shape STRUCT. */
  Struct struct(Type type) {
    return type.inline().isPresent() ? type.inline().get() : named(type.structName());
  }

  /** The struct of a name that the schema uses. */
  Struct named(String name) {
    Struct struct = known.get(name);
    if (struct == null) {
      struct = read(name);
      known.put(name, struct);
    }
    return struct;
  }

  private Struct read(String name) {
    Optional<String> fields = text.find("type " + name, release);
    if (fields.isEmpty()) {
      throw new IllegalStateException("schema of " + release + " lacks " + name);
    }
    return TypeReader.struct(name, fields.get());
  }
}
