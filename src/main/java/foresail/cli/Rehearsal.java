package foresail.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run on an example, from which the JVM learns what it will need. The launcher starts it once and
 * keeps what was learnt.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * @param arguments the folder to write the example to
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path example = folder.resolve("rehearsal.yaml");
    try (InputStream in = Rehearsal.class.getResourceAsStream("rehearsal.yaml")) {
      Files.write(example, in.readAllBytes());
    }
    Path config = Files.writeString(folder.resolve("config.yaml"), "fail-on: error\n");
    String[] common = {"--config", config.toString()};
    for (String format : List.of("text", "json", "github")) {
      run("check", common, "--format", format, example.toString());
    }
    run("check", common, folder.toString());
    run("predict", common, "--format", "text", "--until", "60s", example.toString());
    run("predict", common, "--format", "json", "--until", "60s", example.toString());
    Main.load(); // the archive shall have it too
  }

  private static void run(String command, String[] common, String... options) {
    Surroundings nobody =
        new Surroundings(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream()),
            System.getenv(),
            false);
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(common));
    arguments.addAll(List.of(options));
    new CommandLineInterface(nobody).run(arguments);
  }
}
