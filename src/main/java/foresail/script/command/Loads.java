package foresail.script.command;

import foresail.script.world.Effect;
import java.util.Optional;

/** Programs that use up memory or processors on purpose. */
final class Loads {
  private Loads() {}

  /** {@code stress --vm 1 --vm-bytes 250M --timeout 10s}. */
  static Outcome stress(Invocation call) {
    var options =
        Options.of(
            call.arguments(),
            "cimdt",
            "cpu",
            "vm",
            "vm-bytes",
            "vm-hang",
            "timeout",
            "io",
            "hdd",
            "backoff",
            "vm-keep");
    int workers = number(options.value("m", "vm"));
    var size = options.value("vm-bytes").flatMap(DiskFilling::bytes).orElse(256L << 20);
    var time = Durations.of(options.value("t", "timeout"));
    var rest = new Outcome.Await(new Effect.Sleep(time), answer -> Outcome.done(0));
    return workers == 0
        ? rest
        : new Outcome.Await(new Effect.UseMemory(workers * size), answer -> rest);
  }

  private static int number(Optional<String> text) {
    return text.filter(digits -> digits.matches("[0-9]{1,6}")).map(Integer::parseInt).orElse(0);
  }
}
