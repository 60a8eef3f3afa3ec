package foresail.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.script.machine.Environment;
import foresail.script.syntax.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Random scripts print the same and end with the same code here and in this machine's shells. */
final class DifferentialTest {
  /** How many scripts each shell runs; more of them with {@code -Dscripts=10000}. */
  private static final int SCRIPTS = Integer.getInteger("scripts", 400);

  @Test
  void agreesWithDash() throws IOException {
    var shell = Path.of("/bin/sh");
    Assumptions.assumeTrue(Files.exists(shell) && shell.toRealPath().endsWith("dash"), "no dash");
    agrees(shell, Dialect.POSIX);
  }

  @Test
  void agreesWithBash() {
    var shell = Path.of("/bin/bash");
    Assumptions.assumeTrue(Files.exists(shell), "no bash");
    agrees(shell, Dialect.BASH);
  }

  /** The seed of a script that differs is in the message. */
  private static void agrees(Path shell, Dialect dialect) {
    for (long seed = 1; seed <= SCRIPTS; seed++) {
      var script = RandomScripts.of(seed, dialect);
      var real = ShellRun.of(shell.toString(), script);
      long number = seed;
      assertEquals(
          real, ours(script, dialect), () -> "seed " + number + ", script:\n" + script + "\n");
    }
  }

  private static String ours(String script, Dialect dialect) {
    var environment = new Environment(Map.of(), "h", "/tmp", "root", 50, false, 2_000_000, 1);
    var shell = dialect == Dialect.BASH ? "bash" : "sh";
    var run = new Run(List.of(shell, "-c", script), environment).go();
    return run.output() + "\nexit " + run.code().orElse(-1);
  }
}
