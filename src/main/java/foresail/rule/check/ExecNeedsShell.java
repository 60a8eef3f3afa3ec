package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Handler;
import foresail.model.Hook;
import foresail.model.Located;
import foresail.model.Probe;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands that are run without a shell but written for one. */
public final class ExecNeedsShell implements ContainerCheck {
  private static final Set<String> OPERATORS =
      Set.of("|", "||", "&&", ";", ">", ">>", "<", "&", "2>&1");

  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    String what = Words.of(role, container);
    look(what, container.command(), Place.of(container, "command"), scope);
    probe("the liveness probe of " + what, container.livenessProbe(), scope);
    probe("the readiness probe of " + what, container.readinessProbe(), scope);
    probe("the startup probe of " + what, container.startupProbe(), scope);
    hook("the postStart hook of " + what, container.postStart(), scope);
    hook("the preStop hook of " + what, container.preStop(), scope);
  }

  private static void probe(String what, Optional<Probe> probe, Scope scope) {
    probe.ifPresent(one -> handler(what, one, one.handler(), scope));
  }

  private static void hook(String what, Optional<Hook> hook, Scope scope) {
    hook.ifPresent(one -> handler(what, one, one.handler(), scope));
  }

  private static void handler(String what, Located at, Optional<Handler> handler, Scope scope) {
    if (handler.orElse(null) instanceof Handler.Exec exec) {
      look(what, exec.command(), Place.of(at, "exec", "command"), scope);
    }
  }

  private static void look(String what, List<String> command, Place at, Scope scope) {
    if (command.isEmpty() || passesAScript(command)) {
      return;
    }
    String program = command.get(0);
    if (program.strip().indexOf(' ') > 0) {
      scope
          .report(
              item(at, 0), what + " runs \"" + shortened(program) + "\" as the name of one program")
          .why("no program has that name: executable file not found");
      return;
    }
    for (int i = 1; i < command.size(); i++) {
      String word = command.get(i);
      if (OPERATORS.contains(word) || word.startsWith("2>")) {
        scope
            .report(
                item(at, i),
                what + " hands \"" + word + "\" to " + program + ", because no shell reads it")
            .why(program + " takes \"" + word + "\" and what follows for arguments of its own");
        return;
      }
    }
  }

  /** Whether the operators are for a shell that the command itself starts. */
  private static boolean passesAScript(List<String> command) {
    for (String word : command) {
      boolean flag = word.startsWith("-") && !word.startsWith("--");
      if (flag && word.endsWith("c")) {
        return true;
      }
    }
    return false;
  }

  private static Place item(Place list, int index) {
    var steps = new java.util.ArrayList<>(list.steps());
    steps.add(Integer.toString(index));
    return new Place(list.value(), steps);
  }

  private static String shortened(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 40) + "..." : line;
  }
}
