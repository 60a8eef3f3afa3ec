package foresail.simulation.process;

import foresail.script.world.Effect;
import foresail.simulation.facts.Assumption;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.facts.Behaviour;
import foresail.simulation.kernel.Clock;
import foresail.simulation.runtime.ContainerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is taken for granted about programs of which nothing is known. */
final class Unknowns {
  static final Duration INIT_TAKES = Duration.ofSeconds(1);
  static final Duration JOB_TAKES = Duration.ofSeconds(5);
  static final Duration APP_STARTS = Duration.ofSeconds(2);

  /** A probe or hook whose program is unknown ends well, after a moment. */
  private static final Duration BESIDE_TAKES = Duration.ofMillis(50);

  private final Clock clock;
  private final Assumptions assumptions;
  private final ContainerRequest request;
  private final Subject subject;

  Unknowns(Clock clock, Assumptions assumptions, ContainerRequest request, Subject subject) {
    this.clock = clock;
    this.assumptions = assumptions;
    this.request = request;
    this.subject = subject;
  }

  /** How long a container that is to end takes; empty for one that is to run on. */
  Optional<Duration> takes() {
    if (request.init()) {
      return Optional.of(INIT_TAKES);
    }
    boolean job = subject.kind().equals("Job") || subject.kind().equals("CronJob");
    return job ? Optional.of(JOB_TAKES) : Optional.empty();
  }

  /** A program in the container's own script. */
  Optional<ScriptRun.UnknownEnd> inContainer(Effect.Unknown program, Listening listening) {
    List<String> words = program.commandLine();
    Optional<ScriptRun.UnknownEnd> server = Servers.start(words, listening);
    if (server.isPresent()) {
      return server.filter(end -> !end.after().isNegative());
    }
    String what = "what " + String.join(" ", words.subList(0, Math.min(3, words.size()))) + " does";
    // What comes before other commands is expected to end: apt-get update && server.
    Optional<Duration> takes = program.last() ? takes() : Optional.of(INIT_TAKES);
    assume(takes, "nothing is known of " + what);
    if (takes.isPresent()) {
      return Optional.of(new ScriptRun.UnknownEnd(takes.get(), 0));
    }
    listening.serveAnything(clock.now().plus(APP_STARTS));
    return Optional.empty();
  }

  /** A program of a probe or hook. */
  Optional<ScriptRun.UnknownEnd> beside(Effect.Unknown program) {
    return Optional.of(new ScriptRun.UnknownEnd(BESIDE_TAKES, 0));
  }

  /**
   * Notes that the container is taken to do what its image usually does.
   *
   * @param source where that is known from
   * @param untold variables one of which the program needs; empty where it has what it needs
   */
  void knownFrom(String source, Behaviour behaviour, List<String> untold) {
    String image = request.container().image();
    String because = "that is what image " + image + " does";
    if (!untold.isEmpty()) {
      because += " where none of " + String.join(", ", untold) + " is set";
    }
    String set = behaviour.exits().isPresent() ? "exits: {code: 0, after: 5s}" : "starts: 5s";
    assumptions.add(
        new Assumption(
            subject.toString(),
            request.container().name(),
            words(behaviour),
            because + " (" + source + ")",
            "images: [{match: \"" + image + "\", " + set + "}]"));
  }

  private static String words(Behaviour behaviour) {
    if (behaviour.exits().isPresent()) {
      Behaviour.Exit exit = behaviour.exits().get();
      boolean soon = exit.after().compareTo(Duration.ofSeconds(1)) < 0;
      return "ends with "
          + exit.code()
          + (soon ? " at once" : " after " + exit.after().toSeconds() + " s");
    }
    List<String> ports = behaviour.serves().keySet().stream().map(String::valueOf).toList();
    return ports.isEmpty()
        ? "runs until it is stopped"
        : "runs until it is stopped; answers on port " + String.join(", ", ports);
  }

  /** Notes what is taken for granted about the container. */
  void assume(Optional<Duration> takes, String because) {
    String name = request.container().name();
    String match = "containers: [{match: \"" + subject + "/" + name + "\", ";
    if (takes.isPresent()) {
      long seconds = takes.get().toSeconds();
      assumptions.add(
          new Assumption(
              subject.toString(),
              name,
              "ends with 0 after " + seconds + " s",
              because,
              match + "exits: {code: 0, after: " + seconds + "s}}]"));
      return;
    }
    assumptions.add(
        new Assumption(
            subject.toString(),
            name,
            "runs until it is stopped; probes pass "
                + APP_STARTS.toSeconds()
                + " s after its start",
            because,
            match + "starts: " + APP_STARTS.toSeconds() + "s}]"));
  }
}
