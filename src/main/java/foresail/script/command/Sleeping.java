package foresail.script.command;

import foresail.script.world.Effect;
import foresail.script.world.Signal;
import java.time.Duration;
import java.util.Optional;

/** Programs about time. */
final class Sleeping {
  private Sleeping() {}

  static Outcome sleep(Invocation call) {
    if (call.arguments().isEmpty()) {
      return call.fail("missing operand");
    }
    double total = 0;
    for (var word : call.arguments()) {
      var seconds = Durations.seconds(word);
      if (seconds.isEmpty()) {
        return call.fail("invalid number '" + word + "'");
      }
      total += seconds.get();
    }
    return pause(Durations.duration(total));
  }

  static Outcome usleep(Invocation call) {
    try {
      return pause(Optional.of(Duration.ofNanos(1000 * Long.parseLong(call.arguments().get(0)))));
    } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
      return call.fail("invalid number");
    }
  }

  private static Outcome pause(Optional<Duration> duration) {
    return new Outcome.Await(new Effect.Sleep(duration), answer -> Outcome.done(0));
  }

  /** GNU's timeout ends with 124 when the limit is met; busybox's dies of the signal it sends. */
  static Outcome timeout(Invocation call) {
    var options = Options.upToOperand(call.arguments(), "skt", "signal", "kill-after");
    var operands = options.operands();
    // Old busybox wrote: timeout -t SECONDS command.
    var limit = options.value("t").or(() -> operands.stream().findFirst());
    int first = options.has("t") ? 0 : 1;
    var seconds = limit.flatMap(Durations::seconds);
    if (seconds.isEmpty() || first >= operands.size()) {
      return call.fail("invalid time interval", 125);
    }
    var signal = options.value("s", "signal").flatMap(Signal::of).orElse(Signal.TERM);
    int expired = call.gnu() ? 124 : signal.exitCode();
    var duration =
        seconds.get() == 0 ? Optional.<Duration>empty() : Durations.duration(seconds.get());
    return new Outcome.Run(
        operands.subList(first, operands.size()),
        Optional.empty(),
        duration,
        signal,
        status -> Outcome.done(status == Outcome.Run.TIMED_OUT ? expired : status));
  }
}
