package foresail.script;

import foresail.script.syntax.Dialect;
import foresail.script.syntax.Parser;
import foresail.script.syntax.Program;
import java.util.List;
import java.util.Optional;

/**
 * What a container runs: an argument vector, and the shell script in it if there is one.
 *
 * @param argv as the container runtime gets it, variables of Kubernetes expanded
 * @param shell the script behind {@code sh -c}, also behind {@code tini --}, {@code timeout 5} and
 *     other commands that only start another
 */
public record Script(List<String> argv, Optional<Shell> shell) {
  public Script {
    argv = List.copyOf(argv);
  }

  /**
   * A script given as text.
   *
   * @param argument index in {@code argv} of the word that holds it
   */
  public record Shell(String text, int argument, Dialect dialect, Program program) {}

  /** Reads what a container runs; never throws on account of its text. */
  public static Script ofCommand(List<String> argv) {
    int start = Wrappers.start(argv);
    var call = ShellInvocation.of(argv.subList(start, argv.size()));
    if (call.isPresent() && call.get().text().isPresent()) {
      var text = call.get().text().get();
      var dialect = call.get().dialect();
      var program = Parser.parse(text.text(), dialect);
      return new Script(
          argv, Optional.of(new Shell(text.text(), start + text.argument(), dialect, program)));
    }
    return new Script(argv, Optional.empty());
  }

  /** Whether a small init such as tini starts it, which is PID 1 in its place. */
  public boolean hasInit() {
    return !argv.isEmpty() && Wrappers.isInit(argv.get(0));
  }

  /** Whether {@code timeout} ends it after some time. */
  boolean isLimited() {
    return argv.subList(0, Wrappers.start(argv)).stream()
        .anyMatch(word -> word.equals("timeout") || word.endsWith("/timeout"));
  }

  /** A script as if it were given to {@code sh -c} or {@code bash -c}. */
  public static Script ofText(String text, Dialect dialect) {
    return ofCommand(List.of(dialect == Dialect.BASH ? "bash" : "sh", "-c", text));
  }
}
