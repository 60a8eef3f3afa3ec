package foresail.schema;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A kind as an API server's OpenAPI document tells of it.
 *
 * @param definition the full name of its definition
 */
record ServedKind(
    String apiVersion, String kind, String resource, boolean namespaced, String definition) {
  private static final String GROUP_VERSION_KIND = "x-kubernetes-group-version-kind";

  /** The words behind the range in a schema file. */
  String words(TypeWriter types) {
    return resource + (namespaced ? " namespaced " : " cluster ") + types.use(definition);
  }

  /** From an excerpt, which lists them. */
  static List<ServedKind> listed(MappingNode kinds) {
    List<ServedKind> served = new ArrayList<>();
    for (MappingNode.Entry entry : kinds.entries()) {
      int slash = entry.name().lastIndexOf('/');
      Node kind = entry.value();
      boolean namespaced =
          kind.get("namespaced").orElse(null) instanceof ScalarNode flag
              && flag.text().equals("true");
      served.add(
          new ServedKind(
              entry.name().substring(0, slash),
              entry.name().substring(slash + 1),
              kind.string("resource").orElse(""),
              namespaced,
              kind.string("definition").orElse("")));
    }
    return served;
  }

  /**
   * From a whole OpenAPI document: a kind is served where its objects can be created, which the
   * path's {@code post} tells; of two such paths the one in a namespace counts.
   */
  static List<ServedKind> fromPaths(MappingNode paths) {
    Map<String, ServedKind> kinds = new TreeMap<>();
    for (MappingNode.Entry path : paths.entries()) {
      fromPath(path.name(), path.value().get("post"))
          .ifPresent(
              kind ->
                  kinds.merge(
                      kind.apiVersion + "/" + kind.kind, kind, (a, b) -> a.namespaced ? a : b));
    }
    return List.copyOf(kinds.values());
  }

  private static Optional<ServedKind> fromPath(String path, Optional<Node> post) {
    Optional<Node> names = post.flatMap(node -> node.get(GROUP_VERSION_KIND));
    String definition = post.map(ServedKind::body).orElse("");
    boolean subresource = path.contains("{name}");
    if (names.isEmpty() || subresource || definition.isEmpty()) {
      return Optional.empty();
    }
    String group = names.get().string("group").orElse("");
    String version = names.get().string("version").orElse("");
    return Optional.of(
        new ServedKind(
            group.isEmpty() ? version : group + "/" + version,
            names.get().string("kind").orElse(""),
            path.substring(path.lastIndexOf('/') + 1),
            path.contains("/namespaces/{namespace}/"),
            definition));
  }

  /** The definition of the object that is posted. */
  private static String body(Node post) {
    if (post.get("parameters").orElse(null) instanceof SequenceNode parameters) {
      for (Node parameter : parameters.items()) {
        if (parameter.string("in").orElse("").equals("body")) {
          String reference = parameter.at("schema").flatMap(s -> s.string("$ref")).orElse("");
          return reference.substring(reference.lastIndexOf('/') + 1);
        }
      }
    }
    return "";
  }
}
