import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the schemas that kubeconform reads, one file a kind with all references written out, from
 * an OpenAPI document: {@code java -cp target/foresail.jar bench/JsonSchemas.java OPENAPI FOLDER}.
 */
public final class JsonSchemas {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String REFERENCE = "$ref";

  private final JsonNode definitions;
  private final Deque<String> open = new ArrayDeque<>();

  private JsonSchemas(JsonNode definitions) {
    this.definitions = definitions;
  }

  public static void main(String[] args) throws IOException {
    JsonNode definitions = JSON.readTree(new File(args[0])).path("definitions");
    File folder = new File(args[1]);
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new IOException("cannot make " + folder);
    }
    JsonSchemas schemas = new JsonSchemas(definitions);
    for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
      for (JsonNode kind : definition.getValue().path("x-kubernetes-group-version-kind")) {
        String group = kind.path("group").asString().split("\\.", 2)[0];
        String name =
            kind.path("kind").asString().toLowerCase(Locale.ROOT)
                + (group.isEmpty() ? "" : "-" + group)
                + "-"
                + kind.path("version").asString();
        JSON.writeValue(new File(folder, name + ".json"), schemas.whole(definition.getKey()));
      }
    }
  }

  private JsonNode whole(String name) {
    if (name.endsWith(".IntOrString")) {
      return JSON.readTree("{\"oneOf\": [{\"type\": \"string\"}, {\"type\": \"integer\"}]}");
    }
    if (name.endsWith(".Quantity")) {
      return JSON.readTree("{\"oneOf\": [{\"type\": \"string\"}, {\"type\": \"number\"}]}");
    }
    if (open.contains(name)) {
      return JSON.createObjectNode(); // what holds itself is not looked at any deeper
    }
    open.push(name);
    JsonNode schema = written(definitions.path(name));
    open.pop();
    return schema;
  }

  private JsonNode written(JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JSON.createArrayNode();
      list.forEach(item -> copy.add(written(item)));
      return copy;
    }
    if (!(node instanceof ObjectNode mapping)) {
      return node;
    }
    if (mapping.path(REFERENCE).isString()) {
      String reference = mapping.path(REFERENCE).asString();
      return whole(reference.substring(reference.lastIndexOf('/') + 1));
    }
    ObjectNode copy = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
      copy.set(entry.getKey(), written(entry.getValue()));
    }
    if (copy.path("properties").isObject() && copy.path("additionalProperties").isMissingNode()) {
      copy.put("additionalProperties", false);
    }
    return copy;
  }
}
