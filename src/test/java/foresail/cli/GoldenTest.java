package foresail.cli;

import foresail.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder of testdata/lint, predict and verify is a case: expected.txt is what users read. */
final class GoldenTest {
  @TestFactory
  Stream<DynamicTest> lint() throws IOException {
    return Golden.eachFolder("testdata/lint", GoldenTest::lint);
  }

  /** A folder from/ holds an older version. */
  private static void lint(Path folder) throws IOException {
    String input = folder.resolve("input").toString();
    Path from = folder.resolve("from");
    if (Files.isDirectory(from)) {
      expect(folder, "check", input, "--from", from.toString());
    } else {
      expect(folder, "check", input);
    }
  }

  @TestFactory
  Stream<DynamicTest> predict() throws IOException {
    return Golden.eachFolder(
        "testdata/predict",
        folder -> {
          Path scenario = folder.resolve("scenario.yaml");
          List<String> words = new ArrayList<>(List.of("predict"));
          words.addAll(
              Files.exists(scenario)
                  ? List.of("--scenario", scenario.toString())
                  : List.of(folder.resolve("input").toString()));
          Path options = folder.resolve("options.txt"); // one word a line
          words.addAll(Files.exists(options) ? Files.readAllLines(options) : List.of());
          expect(folder, words.toArray(String[]::new));
        });
  }

  @TestFactory
  Stream<DynamicTest> verify() throws IOException {
    return Golden.eachFolder(
        "testdata/verify",
        folder -> {
          String recording = folder.resolve("recording.txt").toString();
          expect(folder, "verify", folder.resolve("input").toString(), "--recording", recording);
        });
  }

  private static void expect(Path folder, String... arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            out,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Map.of("LANG", "C.UTF-8"),
            false);
    new CommandLineInterface(surroundings).run(List.of(arguments));
    String text = out.toString(StandardCharsets.UTF_8);
    Golden.assertMatches(folder.resolve("expected.txt"), text.replace(folder + "/", ""));
  }
}
