package foresail.rule.check;

import foresail.graph.Graph;
import foresail.model.Container;
import foresail.model.EnvVar;
import foresail.model.PodSpec;
import foresail.model.Workload;
import foresail.script.Facts;
import foresail.script.Script;
import foresail.script.machine.Environment;
import foresail.script.machine.Machine;
import foresail.script.machine.Request;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.FileSystem;
import foresail.script.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** Runs a script that needs nothing but time, to see whether and how it ends. */
final class DryRun {
  /** How a script ends. */
  sealed interface Outcome {
    /** It ends by itself. */
    record Ends(Duration after, int exitCode) implements Outcome {}

    /** Only a signal ends it. */
    record Never() implements Outcome {}

    /** It asks something that is not known here: a file of the image, a program, a server. */
    record Unknown() implements Outcome {}
  }

  /** More than any script does before it ends; one that goes on is not judged. */
  private static final int MOST_EVENTS = 500;

  private static final Instant START = Instant.EPOCH;
  private static final Outcome UNKNOWN = new Outcome.Unknown();

  private final OwnFiles files = new OwnFiles(this::now);
  private final Machine machine;
  private Instant now = START;

  private DryRun(Script script, Map<String, String> variables) {
    machine =
        Machine.start(
            script, Environment.of(variables, "pod").withPid(1), new Alone(files, this::now));
  }

  /** How a container's command ends. */
  static Outcome ofCommand(Workload workload, Container container, Graph graph) {
    List<String> argv = new ArrayList<>(container.command());
    argv.addAll(container.args());
    // Without a command the image's own entry point runs, which nobody knows here.
    return container.command().isEmpty() ? UNKNOWN : of(argv, workload, container, graph);
  }

  /** How a command ends that is run in a container. */
  static Outcome of(List<String> command, Workload workload, Container container, Graph graph) {
    if (command.isEmpty()
        || !container.envFrom().isEmpty()
        || command.contains("printenv") // also tells what the image and the cluster set
        || isForWindows(workload.template().spec())) {
      return UNKNOWN;
    }
    Facts facts = PodFacts.of(workload, container, graph);
    Map<String, String> variables = new LinkedHashMap<>();
    for (EnvVar variable : container.env()) {
      Optional<String> value = facts.variable(variable.name());
      if (value.isEmpty()) {
        return UNKNOWN;
      }
      variables.put(variable.name(), value.get());
    }
    List<String> argv = command.stream().map(word -> PodFacts.expand(word, variables)).toList();
    for (String word : argv) {
      if (Variables.areUnknown(word, variables.keySet())) {
        return UNKNOWN;
      }
    }
    return new DryRun(Script.ofCommand(argv), variables).run();
  }

  private static boolean isForWindows(PodSpec spec) {
    return spec.osName().equals("windows")
        || "windows".equals(spec.nodeSelector().get("kubernetes.io/os"));
  }

  private Instant now() {
    return now;
  }

  private Outcome run() {
    PriorityQueue<Sleeper> sleepers = new PriorityQueue<>();
    for (int events = 0; events < MOST_EVENTS; events++) {
      for (Request request : machine.advance()) {
        if (request.effect() instanceof Effect.Sleep sleep) {
          sleep
              .duration()
              .ifPresent(time -> sleepers.add(new Sleeper(now.plus(time), request.id())));
        } else if (!(request.effect() instanceof Effect.Spin)) {
          return UNKNOWN;
        }
      }
      if (files.askedUnknown()) {
        return UNKNOWN;
      }
      if (machine.finished()) {
        return new Outcome.Ends(Duration.between(START, now), machine.exitCode().orElse(0));
      }
      if (sleepers.isEmpty()) {
        return new Outcome.Never();
      }
      Sleeper next = sleepers.poll();
      now = next.until();
      machine.answer(next.id(), new Answer.Done());
    }
    return UNKNOWN;
  }

  private record Sleeper(Instant until, long id) implements Comparable<Sleeper> {
    @Override
    public int compareTo(Sleeper other) {
      int order = until.compareTo(other.until);
      return order != 0 ? order : Long.compare(id, other.id);
    }
  }

  private record Alone(FileSystem files, Supplier<Instant> clock) implements World {
    @Override
    public Instant now() {
      return clock.get();
    }

    @Override
    public void print(String text, boolean error) {}

    @Override
    public boolean isMissing(String command) {
      return false;
    }
  }
}
