package foresail.script.command;

import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs about the machine, its users and its processes. */
final class Machines {
  private Machines() {}

  static Outcome hostname(Invocation call) {
    var options = Options.of(call.arguments(), "F");
    if (options.has("i", "I")) {
      var ip = call.variable("POD_IP").or(() -> call.variable("MY_POD_IP"));
      if (ip.isEmpty()) {
        return new Outcome.Unknowable("the pod's address is not known");
      }
      call.out(ip.get() + "\n");
    } else {
      var name = call.hostname();
      call.out((options.has("s") ? name.split("\\.", 2)[0] : name) + "\n");
    }
    return Outcome.done(0);
  }

  static Outcome uname(Invocation call) {
    var options = Options.of(call.arguments(), "");
    var words = new ArrayList<String>();
    boolean all = options.has("a");
    if (all || options.has("s") || call.arguments().isEmpty()) {
      words.add("Linux");
    }
    if (all || options.has("n")) {
      words.add(call.hostname());
    }
    if (all || options.has("r")) {
      words.add("6.1.0");
    }
    if (all || options.has("m", "p", "i")) {
      words.add("x86_64");
    }
    call.out(String.join(" ", words) + "\n");
    return Outcome.done(0);
  }

  static Outcome arch(Invocation call) {
    call.out("x86_64\n");
    return Outcome.done(0);
  }

  static Outcome nproc(Invocation call) {
    return new Outcome.Unknowable("the number of processors is not known");
  }

  static Outcome uptime(Invocation call) {
    call.out("up\n");
    return Outcome.done(0);
  }

  static Outcome id(Invocation call) {
    var options = Options.of(call.arguments(), "");
    boolean root = call.user().equals("root");
    var number = root ? "0" : call.user().matches("[0-9]+") ? call.user() : "1000";
    if (options.has("n")) {
      call.out(call.user() + "\n");
    } else if (options.has("u", "g", "G")) {
      call.out(number + "\n");
    } else {
      call.out("uid=" + number + "(" + call.user() + ") gid=" + number + "(" + call.user() + ")\n");
    }
    return Outcome.done(0);
  }

  static Outcome whoami(Invocation call) {
    call.out(call.user() + "\n");
    return Outcome.done(0);
  }

  static Outcome ps(Invocation call) {
    if (call.isBeside()) {
      return new Outcome.Unknowable("the container's own processes are not known here");
    }
    call.out("PID   USER     TIME  COMMAND\n");
    call.processes()
        .forEach(
            (pid, line) ->
                call.out(
                    String.format("%5d %-8s  0:00 %s%n", pid, call.user(), line)
                        .replace("\r", "")));
    return Outcome.done(0);
  }

  private static List<Integer> matching(Invocation call, String name, boolean anywhere) {
    var pids = new ArrayList<Integer>();
    call.processes()
        .forEach(
            (pid, line) -> {
              var program = line.split(" ", 2)[0];
              var base = program.substring(program.lastIndexOf('/') + 1);
              if (pid != call.pid() && (anywhere ? line.contains(name) : base.contains(name))) {
                pids.add(pid);
              }
            });
    return pids;
  }

  /** A program that this machine does not run may still be there: another one's child. */
  static Outcome pgrep(Invocation call) {
    var options = Options.of(call.arguments(), "uPgts");
    if (options.operands().isEmpty()) {
      return call.fail("missing pattern", 2);
    }
    var pids = matching(call, options.operands().get(0), options.has("f"));
    if (pids.isEmpty()) {
      return new Outcome.Unknowable("whether " + options.operands().get(0) + " runs is not known");
    }
    pids.forEach(pid -> call.out(pid + "\n"));
    return Outcome.done(0);
  }

  static Outcome pkill(Invocation call) {
    var signal = Optional.of(Signal.TERM);
    var names = new ArrayList<String>();
    boolean anywhere = false;
    boolean probes = false;
    for (var word : call.arguments()) {
      if (word.equals("-f")) {
        anywhere = true;
      } else if (word.startsWith("-") && word.length() > 1) {
        signal = Signal.of(word.substring(1)).or(() -> Optional.of(Signal.TERM));
        probes = word.equals("-0");
      } else {
        names.add(word);
      }
    }
    if (names.isEmpty()) {
      return call.fail("missing pattern", 2);
    }
    var pids = matching(call, names.get(0), anywhere);
    if (pids.isEmpty()) {
      return new Outcome.Unknowable("whether " + names.get(0) + " runs is not known");
    }
    if (!probes) {
      var sent = signal.get();
      pids.forEach(pid -> call.signal(pid, sent));
    }
    return Outcome.done(0);
  }

  /** kill as a program of its own, without a shell: {@code ["kill", "-HUP", "1"]}. */
  static Outcome kill(Invocation call) {
    var signal = Optional.of(Signal.TERM);
    Outcome last = Outcome.done(0);
    for (int i = 0; i < call.arguments().size(); i++) {
      var word = call.arguments().get(i);
      if (word.equals("-s") && i + 1 < call.arguments().size()) {
        signal = Signal.of(call.arguments().get(++i));
      } else if (word.startsWith("-")) {
        signal = Signal.of(word.substring(1));
      } else if (signal.isEmpty() || !word.matches("[0-9]{1,9}")) {
        return call.fail("bad usage");
      } else if (!call.signal(Integer.parseInt(word), signal.get())) {
        last =
            new Outcome.Await(
                new Effect.SendSignal(Integer.parseInt(word), signal.get()),
                answer -> Outcome.done(answer instanceof Answer.Done ? 0 : 1));
      }
    }
    return last;
  }
}
