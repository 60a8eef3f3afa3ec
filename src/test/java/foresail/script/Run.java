package foresail.script;

import foresail.script.machine.Environment;
import foresail.script.machine.Machine;
import foresail.script.machine.Request;
import foresail.script.syntax.Dialect;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.FileSystem;
import foresail.script.world.MemoryFiles;
import foresail.script.world.Signal;
import foresail.script.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** A small simulator for tests: a virtual clock, files in memory, names and ports that exist. */
final class Run implements World {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  final StringBuilder output = new StringBuilder();
  final StringBuilder errors = new StringBuilder();
  final List<Effect> effects = new ArrayList<>();
  final MemoryFiles files;
  final Set<String> names = new HashSet<>();
  final Set<String> listening = new HashSet<>();
  final Set<String> missing = new HashSet<>();
  private final Machine machine;
  private final TreeMap<Duration, List<Request>> due = new TreeMap<>();
  private final TreeMap<Duration, Signal> signals = new TreeMap<>();
  private final TreeMap<Duration, Runnable> events = new TreeMap<>();
  private Duration clock;
  private int rounds;

  Run(List<String> argv) {
    this(argv, Environment.of(Map.of("A", "a"), "host-0"));
  }

  Run(List<String> argv, Environment environment) {
    clock = Duration.ZERO;
    files = new MemoryFiles(this::now).withUsualRoot();
    machine = Machine.start(Script.ofCommand(argv), environment, this);
  }

  static Run of(String script) {
    return new Run(List.of("sh", "-c", script));
  }

  static Run bash(String script) {
    return new Run(List.of("bash", "-c", script));
  }

  Run name(String host) {
    names.add(host);
    return this;
  }

  Run at(String seconds, Runnable event) {
    events.put(duration(seconds), event);
    return this;
  }

  Run signal(String seconds, Signal signal) {
    signals.put(duration(seconds), signal);
    return this;
  }

  private static Duration duration(String seconds) {
    return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
  }

  /** Runs for at most an hour of virtual time. */
  Run go() {
    go(200_000);
    if (rounds == 200_000) {
      throw new AssertionError("does not end");
    }
    return this;
  }

  /** Runs for at most so many advances of the clock. */
  Run go(int most) {
    var horizon = Duration.ofHours(1);
    for (rounds = 0; rounds < most; rounds++) {
      take(machine.advance());
      if (machine.finished()) {
        return this;
      }
      var next = next();
      if (next.isEmpty() || next.get().compareTo(horizon) > 0) {
        return this;
      }
      clock = next.get();
      var event = events.remove(clock);
      if (event != null) {
        event.run();
      }
      var signal = signals.remove(clock);
      if (signal != null) {
        machine.signal(signal);
      }
      var answered = due.remove(clock);
      if (answered != null) {
        answered.forEach(this::answer);
      }
    }
    return this;
  }

  private Optional<Duration> next() {
    var times = new ArrayList<Duration>();
    if (!due.isEmpty()) {
      times.add(due.firstKey());
    }
    if (!signals.isEmpty()) {
      times.add(signals.firstKey());
    }
    if (!events.isEmpty()) {
      times.add(events.firstKey());
    }
    return times.stream().min(Duration::compareTo);
  }

  private void take(List<Request> requests) {
    for (var request : requests) {
      effects.add(request.effect());
      delay(request.effect())
          .ifPresent(
              delay ->
                  due.computeIfAbsent(clock.plus(delay), any -> new ArrayList<>()).add(request));
    }
  }

  private static Optional<Duration> delay(Effect effect) {
    if (effect instanceof Effect.Sleep sleep) {
      return sleep.duration();
    }
    return effect instanceof Effect.Spin ? Optional.empty() : Optional.of(Duration.ZERO);
  }

  private void answer(Request request) {
    machine.answer(request.id(), answer(request.effect()));
  }

  private Answer answer(Effect effect) {
    if (effect instanceof Effect.LookUp lookUp) {
      return names.contains(lookUp.host())
          ? new Answer.Resolved(List.of("10.0.0.1"))
          : new Answer.NotResolved();
    } else if (effect instanceof Effect.Connect connect) {
      return listening.contains(connect.host() + ":" + connect.port())
          ? new Answer.Connected()
          : new Answer.Refused();
    } else if (effect instanceof Effect.HttpRequest request) {
      return listening.contains(request.url())
          ? new Answer.Responded(200, "ok\n")
          : new Answer.Refused();
    } else if (effect instanceof Effect.Unknown) {
      return new Answer.Ended(0, "");
    }
    return new Answer.Done();
  }

  Machine machine() {
    return machine;
  }

  OptionalInt code() {
    return machine.exitCode();
  }

  String output() {
    return output.toString();
  }

  double seconds() {
    return clock.toMillis() / 1000.0;
  }

  List<Effect.Unknown> unknown() {
    return effects.stream()
        .filter(Effect.Unknown.class::isInstance)
        .map(Effect.Unknown.class::cast)
        .toList();
  }

  @Override
  public Instant now() {
    return START.plus(clock);
  }

  @Override
  public FileSystem files() {
    return files;
  }

  @Override
  public void print(String text, boolean error) {
    (error ? errors : output).append(text);
  }

  @Override
  public boolean isMissing(String command) {
    return missing.contains(command);
  }

  static Run script(String text, Dialect dialect) {
    return dialect == Dialect.BASH ? bash(text) : of(text);
  }
}
