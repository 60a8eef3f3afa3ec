package foresail.script.command;

import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** How far a program got: it ended, or it waits for something and says what comes next. */
public sealed interface Outcome {
  /**
   * @param status 0 to 255
   */
  record Done(int status) implements Outcome {}

  record Await(Effect effect, Function<Answer, Outcome> then) implements Outcome {}

  /** Reads a line with its line end from standard input; empty at the end of the input. */
  record ReadLine(Function<Optional<String>, Outcome> then) implements Outcome {}

  /**
   * Runs a command as a child and waits for it.
   *
   * @param input its standard input, empty for ours
   * @param limit after which it gets {@code signal}, and {@code then} the status {@link #TIMED_OUT}
   */
  record Run(
      List<String> argv,
      Optional<String> input,
      Optional<Duration> limit,
      Signal signal,
      IntFunction<Outcome> then)
      implements Outcome {
    /** No exit code: the limit was met. */
    public static final int TIMED_OUT = -1;

    public Run {
      argv = List.copyOf(argv);
    }
  }

  /**
   * Another program takes the place of this one.
   *
   * @param variables set in its environment
   * @param onlyThese its environment holds nothing else
   */
  record Become(List<String> argv, Map<String, String> variables, boolean onlyThese)
      implements Outcome {
    public Become {
      argv = List.copyOf(argv);
    }
  }

  /** The program is known, but what it would do here is not. */
  record Unknowable(String why) implements Outcome {}

  static Outcome done(int status) {
    return new Done(status);
  }

  /** Runs until a signal ends it. */
  static Outcome forEver() {
    return new Await(new Effect.Sleep(Optional.empty()), answer -> done(0));
  }

  static Outcome become(List<String> argv) {
    return new Become(argv, Map.of(), false);
  }
}
