package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.source.MappingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class SchemaImportTest {
  private static MappingNode root(String json) {
    return (MappingNode) Objects.node(Objects.JSON.readTree(json));
  }

  /** With {@code -Dgolden.update=true} the file is written anew. */
  @Test
  void theBundledFileIsWhatTheImportMakesOfTheReleases() throws IOException {
    Path folder = Path.of("../shared/openapi");
    Assumptions.assumeTrue(Files.isDirectory(folder));
    SchemaImport schemas = new SchemaImport();
    for (Release release : Release.BUNDLED) {
      String document = Files.readString(folder.resolve("v" + release + ".json"));
      assertEquals(Optional.empty(), schemas.add(root(document)));
    }
    Path bundled = Path.of("schemas/kubernetes.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(bundled.getParent());
      Files.write(bundled, schemas.bytes());
    }
    assertEquals(Files.readString(bundled), schemas.text());
  }

  @Test
  void readsWhatKubectlPrintsForTheWholeServer() {
    String document =
        """
        {"info": {"version": "v1.31.4+k3s1"},
         "paths": {
          "/apis/batch/v1/jobs": {"get": {}},
          "/apis/batch/v1/namespaces/{namespace}/jobs": {"post": {
            "parameters": [{"in": "body", "name": "body",
               "schema": {"$ref": "#/definitions/io.k8s.api.batch.v1.Job"}}],
            "x-kubernetes-group-version-kind": {"group": "batch", "kind": "Job", "version": "v1"}}},
          "/apis/acme.io/v1/robots": {"post": {
            "parameters": [{"in": "body", "name": "body",
               "schema": {"$ref": "#/definitions/io.acme.v1.Robot"}}],
            "x-kubernetes-group-version-kind": {"group": "acme.io", "kind": "Robot", "version": "v1"}}}},
         "definitions": {
          "io.k8s.api.batch.v1.Job": {"type": "object", "properties": {
             "count": {"type": "integer", "format": "int32"},
             "at": {"$ref": "#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.Time"}}},
          "io.acme.v1.Robot": {"type": "object", "properties": {
             "legs": {"type": "array", "items": {"type": "object", "properties": {
                "size": {"x-kubernetes-int-or-string": true}}}},
             "notes": {"type": "object", "x-kubernetes-preserve-unknown-fields": true,
                "properties": {"a": {"type": "string"}}}}},
          "io.k8s.apimachinery.pkg.apis.meta.v1.Time": {"type": "string", "format": "date-time"},
          "io.k8s.api.core.v1.NobodyUsesThis": {"type": "object"}}}
        """;
    SchemaImport schemas = new SchemaImport();
    assertEquals(Optional.empty(), schemas.add(root(document)));
    assertEquals(
        """
        kind acme.io/v1 Robot 1.31-1.31 robots cluster acme.v1.Robot
        kind batch/v1 Job 1.31-1.31 jobs namespaced batch.v1.Job
        type acme.v1.Robot 1.31-1.31 {legs:[{size:p}],notes:{*,a:s}}
        type batch.v1.Job 1.31-1.31 {at:t,count:i}
        """,
        withoutHeader(schemas.text()));
  }

  @Test
  void saysWhatIsWrongWithAnotherDocument() {
    SchemaImport schemas = new SchemaImport();
    assertTrue(schemas.add(root("{}")).orElseThrow().contains("info.version"));
    assertTrue(
        schemas
            .add(root("{\"info\": {\"version\": \"v1.36.0\"}}"))
            .orElseThrow()
            .contains("definitions"));
  }

  private static String withoutHeader(String text) {
    return text.replaceAll("(?m)^#.*\n", "");
  }
}
