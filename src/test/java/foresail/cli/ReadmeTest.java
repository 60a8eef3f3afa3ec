package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import foresail.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The README shows what the program really prints. testdata/readme/COMMAND is the working folder of
 * its example of that command.
 */
final class ReadmeTest {
  private static final String PROMPT = "$ ./foresail ";

  @Test
  void everyOutputIsTheProgramsOwn() throws IOException {
    List<String> shown = new ArrayList<>();
    for (List<String> block : consoleBlocks()) {
      if (block.size() > 1 && !block.get(1).startsWith("$") && block.get(0).startsWith(PROMPT)) {
        String command = block.get(0).substring(PROMPT.length());
        shown.add(command.split(" ")[0]);
        String output = String.join("\n", block.subList(1, block.size())).strip();
        String printed = run(command, false).strip();
        if (output.endsWith("\n...")) { // a long list is shown from its beginning
          output = output.substring(0, output.length() - "...".length());
          printed = printed.substring(0, Math.min(output.length(), printed.length()));
        }
        assertEquals(output, printed, () -> "the README's " + command);
      }
    }
    assertFalse(shown.isEmpty(), "the README shows no output");
  }

  /** docs/check.svg is the first example, drawn from the output that a terminal gets. */
  @Test
  void thePictureIsMadeFromARun() throws IOException {
    String output = run("check --color always k8s", true);
    Golden.assertMatches(
        Path.of("docs/check.svg"), TerminalPicture.of("$ ./foresail check k8s", output));
  }

  /** docs/predict.svg is what the program draws of testdata/readme/drawn. */
  @Test
  void thePictureOfAPredictionIsTheProgramsOwn() throws IOException {
    String drawn = run("predict --format svg --until 2m testdata/readme/drawn/k8s", false);
    Golden.assertMatches(Path.of("docs/predict.svg"), drawn);
  }

  private static List<List<String>> consoleBlocks() throws IOException {
    List<List<String>> blocks = new ArrayList<>();
    List<String> block = null;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      if (line.equals("```console")) {
        block = new ArrayList<>();
      } else if (line.equals("```") && block != null) {
        blocks.add(block);
        block = null;
      } else if (block != null) {
        block.add(line);
      }
    }
    return blocks;
  }

  /**
   * What a command prints in its example's folder, where {@code k8s} is the folder of manifests.
   */
  private static String run(String command, boolean terminal) {
    List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
    String folder = "testdata/readme/" + words.get(0) + "/";
    words.replaceAll(word -> Files.exists(Path.of(folder + word)) ? folder + word : word);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            out,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Map.of("LANG", "C.UTF-8"),
            terminal);
    new CommandLineInterface(surroundings).run(words);
    return out.toString(StandardCharsets.UTF_8).replace(folder, "");
  }
}
