package foresail.script;

import foresail.script.syntax.Command;
import java.util.Set;

/** Looks for ways out of a loop. */
final class Exits {
  private static final Set<String> LEAVING = Set.of("break", "exit", "return");
  private static final Set<String> COMPARING = Set.of("[", "test", "let");

  private Exits() {}

  /** Whether break, exit or return stands anywhere below. */
  static boolean in(Command command) {
    if (command instanceof Command.Simple simple
        && !simple.words().isEmpty()
        && simple.words().get(0).bare().filter(LEAVING::contains).isPresent()) {
      return true;
    }
    return Children.of(command).stream().anyMatch(Exits::in);
  }

  /**
   * Whether a condition looks at a counter besides asking: {@code until nc ... || [ $i -gt 9 ]}.
   */
  static boolean counts(Command condition) {
    if (condition instanceof Command.AndOr list) {
      return compares(list.first())
          || list.links().stream().anyMatch(link -> compares(link.command()));
    }
    return condition instanceof Command.Sequence sequence
        && sequence.entries().stream().anyMatch(entry -> counts(entry.command()));
  }

  private static boolean compares(Command command) {
    return command instanceof Command.ArithmeticCommand
        || (command instanceof Command.Conditional && Children.of(command).isEmpty())
        || (command instanceof Command.Simple simple
            && Children.of(simple).isEmpty()
            && !simple.words().isEmpty()
            && simple.words().get(0).bare().filter(COMPARING::contains).isPresent());
  }
}
