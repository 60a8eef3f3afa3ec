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
    return Golden.eachFolder("testdata/lint", folder -> expect(folder, words(folder, "check")));
  }

  @TestFactory
  Stream<DynamicTest> predict() throws IOException {
    return Golden.eachFolder(
        "testdata/predict", folder -> expect(folder, words(folder, "predict")));
  }

  @TestFactory
  Stream<DynamicTest> verify() throws IOException {
    return Golden.eachFolder(
        "testdata/verify",
        folder -> {
          String recording = folder.resolve("recording.txt").toString();
          List<String> words = words(folder, "verify");
          words.addAll(List.of("--recording", recording));
          expect(folder, words);
        });
  }

  /** A folder from/ holds an older version; options.txt has one word a line. */
  private static List<String> words(Path folder, String command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    Path scenario = folder.resolve("scenario.yaml");
    words.addAll(
        Files.exists(scenario)
            ? List.of("--scenario", scenario.toString())
            : List.of(folder.resolve("input").toString()));
    Path from = folder.resolve("from");
    if (Files.isDirectory(from)) {
      words.addAll(List.of("--from", from.toString()));
    }
    Path options = folder.resolve("options.txt");
    words.addAll(Files.exists(options) ? Files.readAllLines(options) : List.of());
    return words;
  }

  private static void expect(Path folder, List<String> arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            out,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Map.of("LANG", "C.UTF-8"),
            false);
    new CommandLineInterface(surroundings).run(arguments);
    String text = out.toString(StandardCharsets.UTF_8);
    Golden.assertMatches(folder.resolve("expected.txt"), text.replace(folder + "/", ""));
  }
}
