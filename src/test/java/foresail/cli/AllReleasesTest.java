package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --kubernetes all}: one finding, and the releases for which it holds. */
final class AllReleasesTest {
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: 1web}
      spec: {ports: [{port: 80}], clusterIP: None}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      dat: {mode: fast}   # foresail: ignore[unknown-field] comes later
      """;

  @TempDir Path folder;

  private String check(String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), OBJECTS);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    List<String> arguments = new java.util.ArrayList<>(List.of("check", file.toString()));
    arguments.addAll(List.of(more));
    new CommandLineInterface(
            new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false))
        .run(arguments);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachFindingNamesItsReleases() throws IOException {
    String text = check("--kubernetes", "all");
    assertEquals(1, text.lines().filter(line -> line.contains(": error: ")).count(), text);
    assertTrue(text.contains("[bad-object-name] (1.32\u20131.35)\n"), text);
  }

  @Test
  void theResultIsTheSameForAnyNumberOfThreads() throws IOException {
    assertEquals(check("--kubernetes", "all", "--jobs", "1"), check("--kubernetes", "all"));
  }

  @Test
  void jsonHasReleasesOnlyWhereSeveralWereAskedFor() throws IOException {
    String all = check("--kubernetes", "all", "--format", "json");
    assertTrue(all.contains("\"releases\": [\"1.32\", \"1.33\", \"1.34\", \"1.35\"]"), all);
    assertTrue(all.contains("\"kubernetes\": \"1.32-1.37\""), all);
    assertTrue(!check("--kubernetes", "1.35", "--format", "json").contains("releases"));
  }
}
