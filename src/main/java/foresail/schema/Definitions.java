package foresail.schema;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The custom resources of CustomResourceDefinitions: each version that is served, with its schema.
 * Of two definitions that differ nobody knows which one holds: then the kind is known and nothing
 * of its objects.
 */
final class Definitions {
  private static final String API_VERSION = "apiextensions.k8s.io/v1";

  /** Custom resources do not depend on the release. */
  private static final String ANY_RELEASE = "1.0-1.999 ";

  /** By apiVersion and kind, as {@code acme.io/v1 Robot}. */
  private final Map<String, Version> versions = new TreeMap<>();

  /**
   * @param schema empty object where none is known
   */
  private record Version(String resource, String scope, MappingNode schema, boolean clear) {
    boolean isSameAs(Version other) {
      return resource.equals(other.resource)
          && scope.equals(other.scope)
          && sameStructure(schema, other.schema);
    }
  }

  static boolean isDefinition(MappingNode document) {
    return document.string("kind").orElse("").equals("CustomResourceDefinition")
        && document.string("apiVersion").orElse("").equals(API_VERSION);
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  /** Adds the versions that a definition serves; what is no definition adds none. */
  void add(MappingNode definition) {
    String group = definition.at("spec").flatMap(s -> s.string("group")).orElse("");
    String kind = definition.at("spec", "names").flatMap(n -> n.string("kind")).orElse("");
    String plural = definition.at("spec", "names").flatMap(n -> n.string("plural")).orElse("");
    String scope = definition.at("spec").flatMap(s -> s.string("scope")).orElse("");
    if (!(definition.at("spec", "versions").orElse(null) instanceof SequenceNode list)
        || !areWords(group, kind, plural)) {
      return;
    }
    for (Node item : list.items()) {
      String name = item.string("name").orElse("");
      boolean served =
          item.get("served").orElse(null) instanceof ScalarNode s && s.text().equals("true");
      Node schema = item.at("schema", "openAPIV3Schema").orElse(null);
      if (served && areWords(name) && schema instanceof MappingNode mapping) {
        String namespaced = scope.equals("Cluster") ? "cluster" : "namespaced";
        put(group + "/" + name + " " + kind, new Version(plural, namespaced, mapping, true));
      }
    }
  }

  private void put(String name, Version version) {
    Version other = versions.putIfAbsent(name, version);
    if (other != null && !other.isSameAs(version)) {
      versions.put(name, new Version(other.resource, other.scope, other.schema, false));
    }
  }

  private static boolean areWords(String... texts) {
    for (String text : texts) {
      if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
        return false;
      }
    }
    return true;
  }

  /** The lines of a schema file that tell which kinds there are. */
  List<String> kindLines() {
    List<String> lines = new ArrayList<>();
    versions.forEach(
        (name, version) ->
            lines.add(
                "kind "
                    + name
                    + " "
                    + ANY_RELEASE
                    + version.resource
                    + " "
                    + version.scope
                    + " "
                    + type(name)));
    return lines;
  }

  /** The lines of a schema file that hold the schemas. */
  List<String> schemaLines() {
    List<String> lines = new ArrayList<>();
    schemas()
        .forEach(
            (type, schema) ->
                lines.add("custom " + type + " " + ANY_RELEASE + SchemaJson.text(schema)));
    return lines;
  }

  /** By the names of the types. */
  Map<String, MappingNode> schemas() {
    Map<String, MappingNode> schemas = new TreeMap<>();
    versions.forEach(
        (name, version) -> {
          if (version.clear) {
            schemas.put(type(name), version.schema);
          }
        });
    return schemas;
  }

  private static String type(String name) {
    return name.replace(' ', '.');
  }

  /** Whether two schemas differ in nothing but their prose. */
  private static boolean sameStructure(Node left, Node right) {
    if (left instanceof MappingNode one && right instanceof MappingNode other) {
      return size(one) == size(other) && covers(one, other);
    }
    if (left instanceof SequenceNode one && right instanceof SequenceNode other) {
      boolean same = one.items().size() == other.items().size();
      for (int i = 0; same && i < one.items().size(); i++) {
        same = sameStructure(one.items().get(i), other.items().get(i));
      }
      return same;
    }
    return left.sameValue(right);
  }

  private static boolean covers(MappingNode one, MappingNode other) {
    for (MappingNode.Entry entry : other.entries()) {
      if (!isProse(entry)
          && one.get(entry.name()).filter(v -> sameStructure(v, entry.value())).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static long size(MappingNode node) {
    return node.entries().stream().filter(entry -> !isProse(entry)).count();
  }

  static boolean isProse(MappingNode.Entry entry) {
    return entry.name().equals("description") && entry.value() instanceof ScalarNode;
  }
}
