package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.schema.json.UserSchemas;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON Schemas in files, found by kubeconform's templates. */
final class UserSchemasTest {
  @TempDir Path folder;

  @Test
  void findingsLieWhereTheValueStands() throws IOException {
    Files.createDirectories(folder.resolve("acme.io"));
    Files.writeString(
        folder.resolve("acme.io/robot_v1.json"),
        """
        {"type": "object", "properties": {
           "spec": {"type": "object", "required": ["legs"], "additionalProperties": false,
             "properties": {"legs": {"$ref": "legs.json"}, "parts": {"items": {"enum": ["arm"]}}}}}}
        """);
    Files.writeString(folder.resolve("acme.io/legs.json"), "{\"type\": \"integer\"}");
    assertEquals(
        """
        4:9 TypeInvalid spec.legs: Invalid value: "four": string found, integer expected
        5:16 NotSupported spec.parts[1]: Unsupported value: "leg": does not have a value in the enumeration ["arm"]
        6:3 BadRequest spec.wheels: unknown field "spec.wheels"\
        """,
        told("spec:\n  legs: four\n  parts: [arm, leg]\n  wheels: 2\n"));
    assertEquals("3:1 Required spec.legs: Required value", told("spec: {}\n"));
    assertEquals("", told("spec: {legs: 4}\n"));
  }

  @Test
  void everyVariableOfKubeconformLeadsToItsFile() throws IOException {
    assertTrue(finds("{{ .ResourceKind }}{{ .KindSuffix }}.json", "robot-acme-v1.json"));
    assertTrue(
        finds(
            "{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json",
            "robots.acme.io/robot_v1.json"));
    String standalone =
        "{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix"
            + " }}/{{.ResourceKind}}{{.KindSuffix}}.json";
    assertTrue(finds(standalone, "v1.36.0-standalone-strict/robot-acme-v1.json"));
    assertTrue(finds(standalone, "v1.36.0-standalone/robot-acme-v1.json"));
    assertFalse(finds(standalone, "v1.35.0-standalone/robot-acme-v1.json"));
    assertFalse(finds("{{ .Group }}/{{ .ResourceKind }}.json", "acme.io/Robot.json"));
  }

  /** Whether the schema of a robot of group {@code robots.acme.io} or {@code acme.io} is found. */
  private boolean finds(String template, String file) throws IOException {
    Path root = Files.createTempDirectory(folder, "schemas");
    Path schema = root.resolve(file);
    Files.createDirectories(schema.getParent());
    Files.writeString(schema, "{\"required\": [\"spec\"]}");
    String group = file.contains("robots.") ? "robots.acme.io" : "acme.io";
    List<Manifest> manifests =
        new SourceReader(ReadOptions.standard())
            .readText("test.yaml", "apiVersion: " + group + "/v1\nkind: Robot\n")
            .manifests();
    Schema known =
        Schema.of(Release.DEFAULT).with(new UserSchemas(List.of(root + "/" + template), "1.36"));
    return !known.decode(manifests.get(0)).refusals().isEmpty();
  }

  @Test
  void aSchemaThatCannotBeUsedIsSaid() throws IOException {
    assertEquals("", told("spec: {}\n"));
    Files.createDirectories(folder.resolve("acme.io"));
    Files.writeString(folder.resolve("acme.io/robot_v1.json"), "{\"type\": ");
    assertTrue(told("spec: {}\n").contains("cannot be used"));
    assertEquals(Optional.empty(), UserSchemas.problem("a/{{ .Group }}/{{.ResourceKind}}.json"));
    assertTrue(
        UserSchemas.problem("a/{{ .Kind }}.json").orElseThrow().contains("no variable .Kind"));
  }

  private String told(String body) {
    List<Manifest> manifests =
        new SourceReader(ReadOptions.standard())
            .readText("test.yaml", "apiVersion: acme.io/v1\nkind: Robot\n" + body)
            .manifests();
    String template = folder + "/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json";
    Schema schema = Schema.of(Release.DEFAULT).with(new UserSchemas(List.of(template), "1.36"));
    return schema.decode(manifests.get(0)).refusals().stream()
        .map(
            r ->
                r.span().line()
                    + ":"
                    + r.span().column()
                    + " "
                    + r.reason().word()
                    + " "
                    + r.path()
                    + ": "
                    + r.message())
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
