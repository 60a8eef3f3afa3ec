package foresail.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** Runs a script with this machine's own shell, in an empty folder. */
final class ShellRun {
  private ShellRun() {}

  static String of(String shell, String script) {
    try {
      var folder = Files.createTempDirectory("foresail");
      var output = Files.createTempFile("foresail", ".out");
      try {
        return of(shell, script, folder, output);
      } finally {
        Files.delete(output);
        delete(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Standard output, and the exit code in a last line. */
  private static String of(String shell, String script, Path folder, Path output)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(shell, "-c", script).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("LC_ALL", "C");
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    var process = builder.start();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return "TIMEOUT";
    }
    return Files.readString(output, StandardCharsets.UTF_8) + "\nexit " + process.exitValue();
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
