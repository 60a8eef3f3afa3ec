package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SeedsTest {
  @TestFactory
  Stream<DynamicTest> timesLieInTheirRangesAndSharesAddUp() throws IOException {
    return Golden.eachFolder(
        "testdata/predict",
        folder -> {
          String input = folder.resolve("input").toString();
          String first = run("predict", input, "--seeds", "5", "--format", "json");
          assertEquals(first, run("predict", input, "--seeds", "5", "--format", "json"));
          for (JsonNode pod : JsonMapper.shared().readTree(first).path("pods")) {
            double shares = 0;
            for (JsonNode outcome : pod.path("outcomes")) {
              shares += outcome.path("share").asDouble();
            }
            assertTrue(shares > 0 && shares <= 1.001, pod.path("name").asString());
            double before = 0;
            for (JsonNode row : pod.path("rows")) {
              double at = row.path("at").asDouble();
              assertTrue(at >= before, row.toString());
              assertTrue(row.path("range").path(0).asDouble() <= at, row.toString());
              assertTrue(row.path("range").path(1).asDouble(at) >= at, row.toString());
              before = at;
            }
          }
        });
  }

  @Test
  void aBackOffHasARange(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("p.yaml");
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          containers:
          - {name: a, image: busybox:1.36, command: [sh, -c, "sleep 5; exit 3"]}
        """);
    String text = run("predict", file.toString(), "--seeds", "50");
    Predicate<String> hasRange = Pattern.compile("\\([0-9]+s to [0-9]+s\\)").asPredicate();
    assertTrue(hasRange.test(text), text);
    assertFalse(hasRange.test(run("predict", file.toString())));
  }

  @Test
  void refusesWhatIsNoNumberOfRuns() {
    for (String seeds : List.of("0", "-1", "many", "100000000000")) {
      assertTrue(run("predict", "README.md", "--seeds", seeds).contains("needs a number from 1"));
    }
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            out,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Map.of(),
            false);
    new CommandLineInterface(surroundings).run(List.of(arguments));
    return out.toString(StandardCharsets.UTF_8);
  }
}
