package foresail.script.command;

import foresail.script.world.Answer;
import foresail.script.world.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Programs that ask the name service. */
final class Names {
  private Names() {}

  private static Outcome lookUp(
      String host, Function<List<String>, Outcome> found, Outcome... missing) {
    return new Outcome.Await(
        new Effect.LookUp(host),
        answer ->
            answer instanceof Answer.Resolved resolved
                ? found.apply(resolved.addresses())
                : missing.length > 0 ? missing[0] : Outcome.done(1));
  }

  static Outcome nslookup(Invocation call) {
    var operands = call.arguments().stream().filter(word -> !word.startsWith("-")).toList();
    if (operands.isEmpty()) {
      return call.fail("usage: nslookup HOST");
    }
    var host = operands.get(0);
    return new Outcome.Await(
        new Effect.LookUp(host),
        answer -> {
          if (answer instanceof Answer.Resolved resolved) {
            resolved
                .addresses()
                .forEach(address -> call.out("Name:\t" + host + "\nAddress: " + address + "\n"));
            return Outcome.done(0);
          }
          call.out("** server can't find " + host + ": NXDOMAIN\n");
          return Outcome.done(1);
        });
  }

  /** dig ends with 0 whether there is an answer or not. */
  static Outcome dig(Invocation call) {
    var host =
        call.arguments().stream()
            .filter(
                word ->
                    !word.startsWith("-")
                            && !word.startsWith("+")
                            && !word.startsWith("@")
                            && word.indexOf('.') > 0
                        || word.matches("[a-z0-9-]+"))
            .findFirst();
    if (host.isEmpty()) {
      return Outcome.done(0);
    }
    return lookUp(
        host.get(),
        addresses -> {
          addresses.forEach(address -> call.out(address + "\n"));
          return Outcome.done(0);
        },
        Outcome.done(0));
  }

  /** {@code getent hosts NAME}: 2 where it is not found. */
  static Outcome getent(Invocation call) {
    var words = call.arguments();
    if (words.size() < 2 || !(words.get(0).equals("hosts") || words.get(0).startsWith("ahosts"))) {
      return new Outcome.Unknowable("getent " + String.join(" ", words) + " is not read");
    }
    var host = words.get(1);
    return lookUp(
        host,
        addresses -> {
          addresses.forEach(address -> call.out(address + "  " + host + "\n"));
          return Outcome.done(0);
        },
        Outcome.done(2));
  }

  /** A name that resolves answers, as far as anyone can tell from manifests. */
  static Outcome ping(Invocation call) {
    var options = Options.of(call.arguments(), "cWwitIs");
    if (options.operands().isEmpty()) {
      return call.fail("usage: ping HOST");
    }
    var count =
        options.value("c").filter(text -> text.matches("[0-9]{1,6}")).map(Integer::parseInt);
    return lookUp(
        options.operands().get(0),
        addresses -> {
          if (count.isEmpty()) {
            return Outcome.forEver();
          }
          var time = Optional.of(Duration.ofSeconds(Math.max(0, count.get() - 1)));
          return new Outcome.Await(new Effect.Sleep(time), answer -> Outcome.done(0));
        });
  }
}
