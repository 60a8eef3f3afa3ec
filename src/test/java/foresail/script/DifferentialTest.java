package foresail.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.script.machine.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Random scripts print the same and end with the same code here and in this machine's dash. */
final class DifferentialTest {
  private static final Duration TIME = Duration.ofSeconds(3);

  /** As many as there is time for; the seed of one that differs is in the message. */
  @Test
  void agreesWithTheRealShell() throws IOException {
    var shell = Path.of("/bin/sh");
    Assumptions.assumeTrue(Files.exists(shell) && shell.toRealPath().endsWith("dash"), "no dash");
    long end = System.nanoTime() + TIME.toNanos();
    for (long seed = 1; System.nanoTime() < end; seed++) {
      var script = RandomScripts.of(seed);
      var real = ShellRun.of(script);
      long number = seed;
      assertEquals(real, ours(script), () -> "seed " + number + ", script:\n" + script + "\n");
    }
  }

  private static String ours(String script) {
    var environment = new Environment(Map.of(), "h", "/tmp", "root", 50, false, 2_000_000, 1);
    var run = new Run(java.util.List.of("sh", "-c", script), environment).go();
    return run.output() + "\nexit " + run.code().orElse(-1);
  }
}
