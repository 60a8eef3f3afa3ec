package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a definition over the schema file to a finding. */
final class SchemaCommandTest {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: robots.acme.io}
      spec:
        group: acme.io
        scope: Namespaced
        names: {kind: Robot, plural: robots}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties: {spec: {type: object, properties: {legs: {type: integer}}}}
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void anImportedDefinitionChecksObjectsElsewhere() throws IOException {
    Path definition = Files.writeString(folder.resolve("crd.yaml"), DEFINITION);
    Path schema = folder.resolve("robots.txt");
    assertEquals(
        ExitStatus.CLEAN,
        run("schema", "import", definition.toString(), "--output", schema.toString()),
        err::toString);
    assertEquals(
        """
        custom acme.io/v1.Robot 1.0-1.999 {"type":"object","properties":{"spec":{"type":"object","properties":{"legs":{"type":"integer"}}}}}
        kind acme.io/v1 Robot 1.0-1.999 robots namespaced acme.io/v1.Robot
        """,
        withoutHeader(Files.readString(schema)));
    Path config = Files.writeString(folder.resolve("config.yaml"), "schemas: [robots.txt]\n");
    Path robot =
        Files.writeString(
            folder.resolve("robot.yaml"),
            "apiVersion: acme.io/v1\nkind: Robot\nmetadata: {name: a}\nspec: {leg: 4}\n");
    assertEquals(
        ExitStatus.FINDINGS,
        run("check", "--config", config.toString(), robot.toString()),
        err::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("spec.leg"), out::toString);
    assertEquals(ExitStatus.CLEAN, run("check", robot.toString()), err::toString);
  }

  @Test
  void importsWhatAServerPublishes() throws IOException {
    Path document =
        Files.writeString(
            folder.resolve("openapi.json"),
            "{\"swagger\": \"2.0\", \"info\": {\"title\": \"Kubernetes\", \"version\":"
                + " \"v1.36.1\"}, \"paths\": {\"/api/v1/namespaces\": {\"post\": {\"parameters\":"
                + " [{\"in\": \"body\", \"schema\": {\"$ref\":"
                + " \"#/definitions/io.k8s.api.core.v1.Namespace\"}}],"
                + " \"x-kubernetes-group-version-kind\": {\"group\": \"\", \"kind\": \"Namespace\","
                + " \"version\": \"v1\"}}}}, \"definitions\": {\"io.k8s.api.core.v1.Namespace\":"
                + " {\"type\": \"object\", \"properties\": {\"kind\": {\"type\": \"string\"}}}}}");
    assertEquals(ExitStatus.CLEAN, run("schema", "import", document.toString()), err::toString);
    assertEquals(
        """
        kind v1 Namespace 1.36-1.36 namespaces cluster core.v1.Namespace
        type core.v1.Namespace 1.36-1.36 {kind:s}
        """,
        withoutHeader(out.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void saysWhatItExpected() throws IOException {
    assertEquals(ExitStatus.USAGE, run("schema"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("expected import FILE"));
    Path other = Files.writeString(folder.resolve("other.yaml"), "a: b\n");
    assertEquals(ExitStatus.USAGE, run("schema", "import", other.toString()));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("nothing to import"), err::toString);
    assertEquals(ExitStatus.USAGE, run("schema", "import", folder.resolve("none").toString()));
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new CommandLineInterface(
            new Surroundings(InputStream.nullInputStream(), out, errors, Map.of(), false))
        .run(List.of(arguments));
  }

  private static String withoutHeader(String text) {
    return text.replaceAll("(?m)^#.*\n", "");
  }
}
