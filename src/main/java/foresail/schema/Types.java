package foresail.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The structs of one release, each read when it is first asked for; the first text that has it
 * wins.
 */
final class Types {
  /** The metadata of any object. */
  static final String METADATA = "meta.v1.ObjectMeta";

  private final List<SchemaText> texts;
  private final Release release;
  private final Map<String, Struct> known = new ConcurrentHashMap<>();

  Types(List<SchemaText> texts, Release release) {
    this.texts = texts;
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
    for (SchemaText text : texts) {
      Optional<String> fields = text.find("type " + name, release);
      if (fields.isPresent()) {
        return TypeReader.struct(name, fields.get());
      }
    }
    return new Struct(name, Map.of(), true); // a hole in a user's file allows everything
  }
}
