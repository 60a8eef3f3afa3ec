package foresail.schema.custom;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The structural schema of one value. What a definition writes in a wrong type reads as absent: the
 * definition is refused for it elsewhere.
 */
public final class CustomSchema {
  private static final int DEEPEST = 1_000;

  private final MappingNode node;
  private final String type;
  private final boolean nullable;
  private final boolean intOrString;
  private final boolean embedded;
  private final boolean preserving;
  private final Map<String, CustomSchema> properties;
  private final boolean othersAllowed;
  private final CustomSchema others;
  private final CustomSchema items;
  private final Node standard;

  /** Whether it, or a schema below it, has objects of their own. */
  private final boolean embedding;

  /** Whether it, or a schema below it, has rules. */
  private final boolean ruling;

  /** Whether it, or a schema below it, has lists whose items may not repeat. */
  private final boolean unique;

  private ValueSchema values;

  private CustomSchema(MappingNode node, int depth) {
    this.node = node;
    type = node.string("type").orElse("");
    nullable = isTrue(node, "nullable");
    intOrString = isTrue(node, "x-kubernetes-int-or-string");
    embedded = isTrue(node, "x-kubernetes-embedded-resource");
    preserving = isTrue(node, "x-kubernetes-preserve-unknown-fields");
    properties = properties(node, depth);
    Node additional = node.get("additionalProperties").orElse(null);
    others = child(additional, depth);
    othersAllowed = additional != null && !isNull(additional);
    items = child(node.get("items").orElse(null), depth);
    standard = node.get("default").filter(value -> !isNull(value)).orElse(null);
    embedding = embedded || anyBelow(child -> child.embedding);
    ruling = !rules().isEmpty() || anyBelow(child -> child.ruling);
    String listType = listType();
    unique = listType.equals("set") || listType.equals("map") || anyBelow(child -> child.unique);
  }

  private boolean anyBelow(Predicate<CustomSchema> question) {
    for (CustomSchema child : properties.values()) {
      if (question.test(child)) {
        return true;
      }
    }
    return (others != null && question.test(others)) || (items != null && question.test(items));
  }

  /** The schema that a definition has for one of its versions. */
  public static CustomSchema of(MappingNode openApiSchema) {
    return new CustomSchema(openApiSchema, 0);
  }

  private static Map<String, CustomSchema> properties(MappingNode node, int depth) {
    if (depth >= DEEPEST || !(node.get("properties").orElse(null) instanceof MappingNode all)) {
      return Map.of();
    }
    Map<String, CustomSchema> read = new LinkedHashMap<>(all.entries().size() * 2);
    for (MappingNode.Entry entry : all.entries()) {
      CustomSchema child = child(entry.value(), depth);
      if (child != null) {
        read.put(entry.name(), child);
      }
    }
    return read;
  }

  private static CustomSchema child(Node node, int depth) {
    return depth < DEEPEST && node instanceof MappingNode mapping
        ? new CustomSchema(mapping, depth + 1)
        : null;
  }

  /** As it is written. */
  public MappingNode node() {
    return node;
  }

  /** {@code object}, {@code array}, {@code string} ...; empty where none is written. */
  public String type() {
    return type;
  }

  public boolean isNullable() {
    return nullable;
  }

  /** Whether it takes whole numbers and texts alike. */
  public boolean isIntOrString() {
    return intOrString;
  }

  /** Whether the value is an object with apiVersion, kind and metadata of its own. */
  public boolean isEmbeddedObject() {
    return embedded;
  }

  /** Whether the value, or one below it, is such an object. */
  public boolean hasEmbeddedObjects() {
    return embedding;
  }

  /** What {@code x-kubernetes-validations} demands of the value, rule by rule. */
  public List<Node> rules() {
    return node.get("x-kubernetes-validations").orElse(null) instanceof SequenceNode list
        ? list.items()
        : List.of();
  }

  /** Whether there are rules for the value or one below it. */
  public boolean hasRules() {
    return ruling;
  }

  /** Whether the value, or one below it, is a list of type set or map. */
  public boolean hasUniqueLists() {
    return unique;
  }

  /** Whether fields that it does not name are kept. */
  public boolean preservesUnknownFields() {
    return preserving;
  }

  /** The fields that it names, in the order in which they are written. */
  public Map<String, CustomSchema> properties() {
    return properties;
  }

  public Optional<CustomSchema> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  /** Whether {@code additionalProperties} is there, with a schema or as a mere flag. */
  public boolean allowsOthers() {
    return othersAllowed;
  }

  /** Of the values of a map. */
  public Optional<CustomSchema> others() {
    return Optional.ofNullable(others);
  }

  /** Of the items of a list. */
  public Optional<CustomSchema> items() {
    return Optional.ofNullable(items);
  }

  /** What the server puts where nothing is written; never null. */
  public Optional<Node> standard() {
    return Optional.ofNullable(standard);
  }

  /** {@code atomic}, {@code set} or {@code map}; empty where none is written. */
  public String listType() {
    return node.string("x-kubernetes-list-type").orElse("");
  }

  /** The fields that tell the items of a list of type map apart. */
  public List<String> listMapKeys() {
    List<String> keys = new ArrayList<>();
    if (node.get("x-kubernetes-list-map-keys").orElse(null) instanceof SequenceNode list) {
      for (Node key : list.items()) {
        if (key instanceof ScalarNode name) {
          keys.add(name.text());
        }
      }
    }
    return keys;
  }

  /** Whether it is one of the three fields that every object has. */
  public static boolean isMeta(String name) {
    return name.equals("apiVersion") || name.equals("kind") || name.equals("metadata");
  }

  /** What it demands of values. */
  ValueSchema values() {
    ValueSchema known = values;
    if (known == null) {
      known = ValueSchema.of(node);
      values = known; // a race reads an equal one twice, which does no harm
    }
    return known;
  }

  /** The schema of the field or map entry of that name. */
  Optional<CustomSchema> below(String name) {
    CustomSchema named = properties.get(name);
    return Optional.ofNullable(named != null ? named : others);
  }

  static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar && scalar.isNull();
  }

  static boolean isTrue(Node schema, String key) {
    return schema.get(key).orElse(null) instanceof ScalarNode flag
        && flag.type() == ScalarType.BOOLEAN
        && flag.text().equals("true");
  }
}
