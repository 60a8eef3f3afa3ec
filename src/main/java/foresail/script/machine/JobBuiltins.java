package foresail.script.machine;

import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Built-ins about signals and background jobs. */
final class JobBuiltins {
  private JobBuiltins() {}

  static void trap(Process process, List<String> words) {
    process.status = 0;
    var operands = words.subList(1, words.size());
    if (!operands.isEmpty() && operands.get(0).equals("--")) {
      operands = operands.subList(1, operands.size());
    }
    if (operands.isEmpty() || operands.get(0).equals("-p")) {
      show(process);
      return;
    }
    boolean resets =
        operands.get(0).equals("-") || operands.size() == 1 || isNumber(operands.get(0));
    boolean onlyConditions = !operands.get(0).equals("-") && resets;
    for (var condition : onlyConditions ? operands : operands.subList(1, operands.size())) {
      set(process, condition, resets ? Optional.empty() : Optional.of(operands.get(0)));
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static void show(Process process) {
    process
        .shell
        .traps
        .atExit()
        .ifPresent(action -> process.out("trap -- '" + action + "' EXIT\n"));
    process
        .shell
        .traps
        .all()
        .forEach((signal, action) -> process.out("trap -- '" + action + "' " + signal + "\n"));
  }

  private static void set(Process process, String condition, Optional<String> action) {
    var traps = process.shell.traps;
    if (condition.equalsIgnoreCase("EXIT") || condition.equals("0")) {
      action.ifPresentOrElse(traps::setAtExit, traps::resetAtExit);
      return;
    }
    if (List.of("ERR", "DEBUG", "RETURN").contains(condition)) {
      return;
    }
    var signal = Signal.of(condition);
    if (signal.isEmpty()) {
      process.error("trap: " + condition + ": bad trap\n");
      process.status = 1;
    } else if (action.isPresent()) {
      traps.set(signal.get(), action.get());
    } else {
      traps.reset(signal.get());
    }
  }

  static void await(Process process, List<String> words) {
    var children = new ArrayList<Process>();
    boolean any = false;
    boolean missing = false;
    for (var word : words.subList(1, words.size())) {
      if (word.equals("-n")) {
        any = true;
      } else if (!word.startsWith("-")) {
        var child = job(process, word);
        missing = child.isEmpty();
        child.ifPresent(children::add);
      }
    }
    boolean all = words.size() == 1 || (any && children.isEmpty());
    if (all) {
      process.children.values().stream().filter(child -> !child.ended()).forEach(children::add);
    }
    if (children.isEmpty()) {
      process.status = missing || any ? 127 : 0;
      return;
    }
    process.push(new WaitFrame(children, any, all && !any));
  }

  /** A number, or a job such as {@code %1}; the machine numbers jobs by age. */
  private static Optional<Process> job(Process process, String word) {
    try {
      if (word.startsWith("%")) {
        var jobs = List.copyOf(process.children.values());
        boolean latest = word.equals("%%") || word.equals("%+") || word.equals("%");
        int index = latest ? jobs.size() : Integer.parseInt(word.substring(1));
        return index < 1 || index > jobs.size()
            ? Optional.empty()
            : Optional.of(jobs.get(index - 1));
      }
      return Optional.ofNullable(process.children.get(Integer.parseInt(word)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  static void foreground(Process process, List<String> words) {
    var child = job(process, words.size() > 1 ? words.get(1) : "%%");
    if (child.isEmpty()) {
      process.status = 1;
    } else {
      process.push(new WaitFrame(List.of(child.get()), false, false));
    }
  }

  static void kill(Process process, List<String> words) {
    var signal = Optional.of(Signal.TERM);
    var targets = new ArrayList<String>();
    boolean probes = false;
    for (int i = 1; i < words.size(); i++) {
      var word = words.get(i);
      if (word.equals("-l") || word.equals("-L")) {
        process.out("HUP INT QUIT KILL TERM\n");
        process.status = 0;
        return;
      }
      if ((word.equals("-s") || word.equals("-n")) && i + 1 < words.size()) {
        i++;
        signal = Signal.of(words.get(i));
        probes = words.get(i).equals("0");
      } else if (word.startsWith("-")
          && targets.isEmpty()
          && i + 1 < words.size()
          && !word.equals("--")) {
        signal = Signal.of(word.substring(1));
        probes = word.equals("-0");
      } else if (!word.equals("--")) {
        targets.add(word);
      }
    }
    if ((signal.isEmpty() && !probes) || targets.isEmpty()) {
      process.error("kill: bad usage\n");
      process.status = 2;
      return;
    }
    process.status = 0;
    send(process, targets, probes ? Optional.empty() : signal);
  }

  private static void send(Process process, List<String> targets, Optional<Signal> signal) {
    for (var target : targets) {
      var job = target.startsWith("%") ? job(process, target) : Optional.<Process>empty();
      int pid;
      try {
        pid = job.isPresent() ? job.get().pid : Math.abs(Integer.parseInt(target.strip()));
      } catch (NumberFormatException notANumber) {
        process.error("kill: bad pid '" + target + "'\n");
        process.status = 1;
        continue;
      }
      // kill 0 signals the whole group.
      if (pid == 0 && signal.isPresent()) {
        for (var each : List.copyOf(process.machine.processes().values())) {
          each.deliver(signal.get(), true);
        }
      } else {
        one(process, pid, signal);
      }
    }
  }

  private static void one(Process process, int pid, Optional<Signal> signal) {
    if (process.machine.processes().containsKey(pid)) {
      signal.ifPresent(each -> process.machine.signalFromInside(pid, each));
    } else if (process.machine.environment().pid() > 1
        && pid < process.machine.environment().pid()) {
      if (signal.isPresent()) {
        process.request(
            new Effect.SendSignal(pid, signal.get()),
            answer -> process.status = answer instanceof Answer.Done ? process.status : 1);
      }
    } else {
      process.error("kill: can't kill pid " + pid + ": No such process\n");
      process.status = 1;
    }
  }
}
