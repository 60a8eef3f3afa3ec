package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where definitions of custom resources come from, and what check and predict make of them. */
final class CustomResourcesTest {
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
              properties:
                spec:
                  type: object
                  properties: {legs: {type: integer, maximum: 8}, name: {type: string, default: R2}}
                  x-kubernetes-validations: [{rule: "self.legs != 3 || self.name != 'R2'", message: R2 cannot walk}]
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void noConfigAbove() throws IOException {
    Files.writeString(folder.resolve("none.yaml"), "{}\n");
  }

  @Test
  void definitionsInConfiguredFoldersAndFilesCount() throws IOException {
    Path robot = robot("robot.yaml", 9);
    Files.createDirectories(folder.resolve("crds/deep"));
    Files.writeString(folder.resolve("crds/deep/robots.yaml"), DEFINITION);
    assertTrue(check("schemas: [crds]", robot).contains("less than or equal to 8"));
    assertTrue(check("schemas: [crds/deep/robots.yaml]", robot).contains("or equal to 8"));
    assertFalse(check("{}", robot).contains("or equal to 8"));
  }

  @Test
  void rulesSeeDefaultsAndTellTheirMessage() throws IOException {
    Files.writeString(folder.resolve("crd.yaml"), DEFINITION);
    assertTrue(
        check("schemas: [crd.yaml]", robot("a.yaml", 3))
            .contains("spec: Invalid value: R2 cannot walk"));
    assertEquals("", check("schemas: [crd.yaml]", robot("b.yaml", 4)));
  }

  @Test
  void importedFilesHoldRulesAndValuesToo() throws IOException {
    Path definition = Files.writeString(folder.resolve("crd.yaml"), DEFINITION);
    Path schema = folder.resolve("robots.txt");
    run("schema", "import", definition.toString(), "--output", schema.toString());
    assertTrue(check("schemas: [robots.txt]", robot("a.yaml", 3)).contains("R2 cannot walk"));
    assertTrue(check("schemas: [robots.txt]", robot("b.yaml", 9)).contains("or equal to 8"));
  }

  @Test
  void rulesAboutEarlierValuesJudgeUpdates() throws IOException {
    String rule = "{rule: 'self.legs >= oldSelf.legs', message: legs do not vanish}";
    Files.writeString(
        folder.resolve("crd.yaml"),
        DEFINITION.replace(
            "x-kubernetes-validations: [", "x-kubernetes-validations: [" + rule + ", "));
    Path older = Files.createDirectories(folder.resolve("older"));
    Path newer = Files.createDirectories(folder.resolve("newer"));
    robot("older/a.yaml", 6);
    robot("newer/a.yaml", 4);
    Path config = Files.writeString(folder.resolve("config.yaml"), "schemas: [crd.yaml]\n");
    run("check", "--quiet", "--config", config.toString(), newer + "", "--from", older + "");
    assertTrue(
        out.toString(StandardCharsets.UTF_8).contains("spec: Invalid value: legs do not vanish"),
        out::toString);
    run("check", "--quiet", "--config", config.toString(), older + "", "--from", newer + "");
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void predictTellsWhatTheDefinitionRefuses() throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("in"));
    Files.writeString(inputs.resolve("b-crd.yaml"), DEFINITION);
    robot("in/a.yaml", 4);
    robot("in/c.yaml", 9);
    robot("in/d.yaml", 3);
    robot("in/e.yaml", 4);
    run("predict", "--config", folder + "/none.yaml", inputs.toString());
    List<String> refused =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("refused: "))
            .toList();
    assertEquals(3, refused.size(), refused::toString);
    assertTrue(refused.get(0).contains("no matches for kind \"Robot\" in version \"acme.io/v1\""));
    assertTrue(refused.get(1).contains("should be less than or equal to 8"), refused.get(1));
    assertTrue(refused.get(2).contains("R2 cannot walk"), refused.get(2));
  }

  @Test
  void predictKnowsConfiguredDefinitions() throws IOException {
    Files.writeString(folder.resolve("crd.yaml"), DEFINITION);
    Path config = Files.writeString(folder.resolve("config.yaml"), "schemas: [crd.yaml]\n");
    run("predict", "--config", config.toString(), robot("a.yaml", 9).toString());
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("or equal to 8"), out::toString);
  }

  private Path robot(String file, int legs) throws IOException {
    return Files.writeString(
        folder.resolve(file),
        "apiVersion: acme.io/v1\nkind: Robot\nmetadata: {name: r"
            + file.charAt(file.length() - 6)
            + "}\nspec: {legs: "
            + legs
            + "}\n");
  }

  private String check(String config, Path file) throws IOException {
    Path written = Files.writeString(folder.resolve("config.yaml"), config + "\n");
    run("check", "--quiet", "--config", written.toString(), file.toString());
    return out.toString(StandardCharsets.UTF_8);
  }

  private void run(String... arguments) {
    out.reset();
    err.reset();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    int status =
        new CommandLineInterface(
                new Surroundings(InputStream.nullInputStream(), out, errors, Map.of(), false))
            .run(List.of(arguments));
    assertTrue(status < ExitStatus.USAGE, err::toString);
  }
}
