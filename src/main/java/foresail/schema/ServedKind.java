package foresail.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

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
  static List<ServedKind> listed(JsonNode document) {
    List<ServedKind> kinds = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : document.path("kinds").properties()) {
      int slash = entry.getKey().lastIndexOf('/');
      JsonNode kind = entry.getValue();
      kinds.add(
          new ServedKind(
              entry.getKey().substring(0, slash),
              entry.getKey().substring(slash + 1),
              kind.path("resource").stringValue(""),
              kind.path("namespaced").booleanValue(),
              kind.path("definition").stringValue("")));
    }
    return kinds;
  }

  /**
   * From a whole OpenAPI document: a kind is served where its objects can be created, which the
   * path's {@code post} tells; the longest such path is the one in a namespace.
   */
  static List<ServedKind> fromPaths(JsonNode document) {
    Map<String, ServedKind> kinds = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode post = path.getValue().path("post");
      JsonNode names = post.path(GROUP_VERSION_KIND);
      String resource = path.getKey().substring(path.getKey().lastIndexOf('/') + 1);
      boolean subresource = path.getKey().contains("{name}");
      String definition = body(post);
      if (names.isObject() && !subresource && !definition.isEmpty()) {
        String group = names.path("group").stringValue("");
        String version = names.path("version").stringValue("");
        String apiVersion = group.isEmpty() ? version : group + "/" + version;
        String kind = names.path("kind").stringValue("");
        boolean namespaced = path.getKey().contains("/namespaces/{namespace}/");
        ServedKind served = new ServedKind(apiVersion, kind, resource, namespaced, definition);
        kinds.merge(apiVersion + "/" + kind, served, (a, b) -> a.namespaced ? a : b);
      }
    }
    return List.copyOf(kinds.values());
  }

  /** The definition of the object that is posted. */
  private static String body(JsonNode post) {
    for (JsonNode parameter : post.path("parameters")) {
      if (parameter.path("in").stringValue("").equals("body")) {
        String reference = parameter.path("schema").path("$ref").stringValue("");
        return reference.substring(reference.lastIndexOf('/') + 1);
      }
    }
    return "";
  }
}
