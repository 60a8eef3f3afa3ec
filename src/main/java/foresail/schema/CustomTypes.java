package foresail.schema;

import foresail.schema.custom.CustomSchema;
import foresail.source.MappingNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The structures of custom resources, each read when its first object comes. */
final class CustomTypes {
  static final CustomTypes NONE = new CustomTypes(Map.of(), List.of());

  private final Map<String, MappingNode> given;
  private final List<SchemaText> texts;
  private final Map<String, Optional<CustomType>> known = new ConcurrentHashMap<>();

  /**
   * @param given schemas by the names of their types
   * @param texts schema files, of which those of users may hold more
   */
  CustomTypes(Map<String, MappingNode> given, List<SchemaText> texts) {
    this.given = given;
    this.texts = texts;
  }

  /** These and more; the new ones win where both know a type. */
  CustomTypes with(Map<String, MappingNode> more, List<SchemaText> allTexts) {
    Map<String, MappingNode> all = new HashMap<>(given);
    all.putAll(more);
    return new CustomTypes(all, allTexts);
  }

  /** Empty where nothing is known of its objects. */
  Optional<CustomType> find(Kind kind) {
    Optional<CustomType> found = known.get(kind.type());
    if (found == null) {
      found = read(kind.type()).map(CustomSchema::of).map(CustomType::of);
      known.put(kind.type(), found);
    }
    return found;
  }

  private Optional<MappingNode> read(String type) {
    if (given.containsKey(type)) {
      return Optional.of(given.get(type));
    }
    for (SchemaText text : texts) {
      Optional<String> line = text.find("custom " + type, Release.DEFAULT);
      if (line.isPresent()) {
        return SchemaJson.read(line.get());
      }
    }
    return Optional.empty();
  }
}
