package foresail.script.machine;

import foresail.script.syntax.Assignment;
import foresail.script.syntax.Command;
import foresail.script.syntax.Dialect;
import foresail.script.syntax.Word;
import foresail.script.syntax.WordPart;
import foresail.script.word.Expansion;
import foresail.script.world.Effect;
import foresail.script.world.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A simple command: words, redirections, assignments, then what the first word names. */
final class SimpleFrame extends RedirectingFrame {
  /** A recursion deeper than this would overflow the real shell's stack. */
  private static final int DEEPEST = 10_000;

  /** More bytes than any node has: the kernel ends the process, whatever the caller says. */
  private static final long MOST_MEMORY = 1L << 42;

  static final String UNKNOWN_OPERANDS = "what it compares comes from a program that is not known";

  private final Command.Simple command;

  /** What prefix assignments replaced. */
  private final Map<String, Optional<Variable>> replaced = new LinkedHashMap<>();

  private List<String> words;
  private int assigned;
  private boolean assigning;
  private boolean running;

  /** Whether the words depend on what an unknown program printed. */
  private boolean unknown;

  SimpleFrame(Command.Simple command) {
    this.command = command;
  }

  @Override
  void step(Process process) {
    if (running) {
      process.pop();
      process.checked(process.status);
    } else if (words == null) {
      expandWords(process);
    } else if (!assigning) {
      switch (redirect(process, command.redirections())) {
        case READY -> assigning = true;
        case FAILED -> {
          process.pop();
          process.checked(1);
        }
        case WAITING -> {
          // This step is called again.
        }
      }
    } else if (assigned < command.assignments().size()) {
      assign(process, command.assignments().get(assigned));
    } else if (words.isEmpty()) {
      process.pop();
      process.checked(process.substitutionStatus);
    } else {
      run(process);
    }
  }

  private void expandWords(Process process) {
    if (command.words().isEmpty()) {
      words = List.of();
      process.substitutionStatus = 0;
      return;
    }
    expand(process, this::fields)
        .ifPresent(
            fields -> {
              words = fields;
              unknown = usedUnknown();
            });
  }

  /** The operands of export, local and the like are assignments: not split. */
  private List<String> fields(Expansion expansion) {
    var all = command.words();
    if (!Builtins.declares(all.get(0).bare().orElse(""))) {
      return expansion.fields(all);
    }
    var fields = new ArrayList<String>();
    for (var word : all) {
      if (isAssignment(word)) {
        fields.add(expansion.text(word));
      } else {
        fields.addAll(expansion.fields(List.of(word)));
      }
    }
    return fields;
  }

  private static boolean isAssignment(Word word) {
    return !word.parts().isEmpty()
        && word.parts().get(0) instanceof WordPart.Literal literal
        && literal.text().indexOf('=') > 0;
  }

  private void assign(Process process, Assignment assignment) {
    if (assignment.elements().isPresent()) {
      expand(process, expansion -> expansion.fields(assignment.elements().get()))
          .ifPresent(values -> assignElements(process, assignment, values));
      return;
    }
    var value = expand(process, expansion -> expansion.sized(assignment.value()));
    if (value.isEmpty()) {
      return;
    }
    process.shell.variables.markUnknown(assignment.name(), usedUnknown());
    var index = assignment.index();
    if (index.isPresent()) {
      var number = expand(process, expansion -> expansion.number(index.get()));
      number.ifPresent(
          n -> set(process, assignment, assignment.name() + "[" + n + "]", value.get()));
    } else {
      set(process, assignment, assignment.name(), value.get());
    }
  }

  private void set(Process process, Assignment assignment, String target, Expansion.Sized value) {
    var variables = process.shell.variables;
    if (!words.isEmpty() && !keepsAssignments(process)) {
      replaced.putIfAbsent(assignment.name(), variables.find(assignment.name()));
    }
    var before = assignment.append() ? variables.get(assignment.name()).orElse("") : "";
    variables.set(target, before + value.text(), before.length() + value.length());
    if (!words.isEmpty()) {
      variables.mark(assignment.name(), true, false);
    }
    assigned++;
    if (value.length() > process.reportedMemory / 4) {
      reportMemory(process);
    }
  }

  private boolean keepsAssignments(Process process) {
    return process.shell.dialect == Dialect.POSIX && Builtins.isSpecial(words.get(0));
  }

  private void assignElements(Process process, Assignment assignment, List<String> values) {
    var elements =
        assignment.append()
            ? process.shell.variables.elements(assignment.name())
            : new TreeMap<Integer, String>();
    int next = elements.isEmpty() ? 0 : elements.lastKey() + 1;
    for (var value : values) {
      elements.put(next++, value);
    }
    process.shell.variables.setElements(assignment.name(), elements);
    assigned++;
  }

  private static void reportMemory(Process process) {
    long size = process.shell.variables.size();
    if (size > MOST_MEMORY) {
      process.end(Signal.KILL.exitCode());
    } else if (size > process.reportedMemory) {
      process.reportedMemory = size * 2;
      process.request(new Effect.UseMemory(size), answer -> {});
    }
  }

  private void run(Process process) {
    running = true;
    trace(process);
    var name = words.get(0);
    var function = process.shell.functions.get(name);
    if (process.depth() > DEEPEST) {
      process.error(name + ": recursion too deep\n");
      process.end(139);
    } else if (unknown && (name.equals("[") || name.equals("test"))) {
      process.push(CommandFrame.unknowable(words, command.at(), UNKNOWN_OPERANDS));
    } else if (function != null) {
      process.push(new FunctionFrame(function, words.subList(1, words.size())));
    } else {
      var builtin = Builtins.find(name);
      if (builtin.isPresent()) {
        if (words.equals(List.of("exec"))) {
          keepRedirections();
        }
        builtin.get().run(process, words);
      } else {
        process.push(new CommandFrame(words, command.at(), false));
      }
    }
  }

  private void trace(Process process) {
    if (process.shell.xtrace) {
      process.error("+ " + String.join(" ", words) + "\n");
    }
  }

  @Override
  void close(Process process) {
    super.close(process);
    replaced.forEach(process.shell.variables::restore);
  }
}
