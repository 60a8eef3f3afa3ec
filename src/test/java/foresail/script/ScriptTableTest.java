package foresail.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.script.machine.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Harmless scripts, each of one idea, print the same and end the same here and in dash. */
final class ScriptTableTest {
  @Test
  void agreesWithDash() throws IOException {
    Path dash = Path.of("/bin/dash");
    Assumptions.assumeTrue(Files.exists(dash), "no dash");
    for (String script : scripts()) {
      assertEquals(ShellRun.of(dash.toString(), script), ours(script), script);
    }
  }

  private static String[] scripts() throws IOException {
    try (InputStream table = ScriptTableTest.class.getResourceAsStream("scripts.txt")) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.strip().split("\n----\n", -1);
    }
  }

  private static String ours(String script) {
    Map<String, String> variables = Map.of("PATH", "/usr/bin:/bin");
    var environment = new Environment(variables, "h", "/tmp", "root", 50, false, 2_000_000, 1);
    Run run = new Run(List.of("sh", "-c", script), environment).go();
    return run.output() + "\nexit " + run.code().orElse(-1);
  }
}
