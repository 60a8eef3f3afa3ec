package foresail.script.command;

import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.Effect.ObjectState.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What scripts wait for with kubectl: conditions, rollouts, objects that are there or gone. That
 * the pod's account may ask is taken for granted.
 *
 * <p>Source: kubectl/pkg/cmd/wait/wait.go, kubectl/pkg/cmd/rollout/rollout_status.go, v1.36.
 */
final class Kubectl {
  /** How long kubectl wait waits where it is told a negative time: a week. */
  private static final Duration NEGATIVE = Duration.ofDays(7);

  private static final Duration WAIT_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofSeconds(1);

  /** The loop of github.com/groundnuty/k8s-wait-for. */
  private static final Duration WAIT_FOR_POLL = Duration.ofSeconds(2);

  /** Long enough for any run: who gives no limit waits for ever. */
  private static final Duration NO_LIMIT = Duration.ofDays(365);

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("po", "pod"),
          Map.entry("svc", "service"),
          Map.entry("deploy", "deployment"),
          Map.entry("sts", "statefulset"),
          Map.entry("ds", "daemonset"),
          Map.entry("cm", "configmap"),
          Map.entry("pvc", "persistentvolumeclaim"),
          Map.entry("ns", "namespace"),
          Map.entry("sa", "serviceaccount"));

  private static final List<String> KINDS =
      List.of(
          "pod",
          "service",
          "deployment",
          "statefulset",
          "daemonset",
          "job",
          "configmap",
          "secret",
          "persistentvolumeclaim",
          "namespace",
          "serviceaccount");

  private Kubectl() {}

  /** What is asked about which objects. */
  private record Target(String kind, String name, Map<String, String> labels, String namespace) {
    Effect.ObjectState is(Question question, String value) {
      return new Effect.ObjectState(kind, name, labels, namespace, question, value);
    }
  }

  static Outcome run(Invocation call) {
    var options =
        Options.of(
            call.arguments(),
            "nlfos",
            "namespace",
            "selector",
            "for",
            "timeout",
            "output",
            "filename",
            "context",
            "kubeconfig",
            "server",
            "field-selector");
    var words = options.operands();
    var verb = words.isEmpty() ? "" : words.get(0);
    if (verb.equals("version") || verb.equals("cluster-info")) {
      return Outcome.done(0);
    }
    boolean rollout = verb.equals("rollout") && words.size() > 1 && words.get(1).equals("status");
    var target = target(options, Commands.rest(words, rollout ? 2 : 1));
    if (target.isEmpty()) {
      return unknowable(call);
    }
    if (rollout) {
      var limit = limit(options, NO_LIMIT);
      return poll(call, target.get().is(Question.READY, ""), limit, POLL);
    }
    return switch (verb) {
      case "wait" -> await(call, options, target.get());
      case "get" -> options.has("o", "output") ? unknowable(call) : get(call, target.get());
      default -> unknowable(call);
    };
  }

  /** {@code wait_for.sh pod|service|job NAME}, and {@code -lLABEL=VALUE} in place of the name. */
  static Outcome waitFor(Invocation call) {
    var options = Options.of(call.arguments(), "ln", "namespace");
    var words = options.operands();
    if (words.isEmpty()) {
      return unknowable(call);
    }
    var kind = words.get(0);
    int variant = kind.indexOf('-');
    var plain = variant < 0 ? kind : kind.substring(0, variant);
    var all = new ArrayList<>(words);
    all.set(0, plain);
    var target = target(options, all);
    if (target.isEmpty()) {
      return unknowable(call);
    }
    Effect.ObjectState wanted =
        switch (plain) {
          case "pod" -> target.get().is(Question.CONDITION, "Ready");
          case "job" -> target.get().is(Question.CONDITION, "Complete");
          default -> target.get().is(Question.READY, "");
        };
    return untilSo(wanted);
  }

  private static Outcome untilSo(Effect.ObjectState wanted) {
    return new Outcome.Await(
        wanted,
        answer ->
            answer instanceof Answer.Done
                ? Outcome.done(0)
                : new Outcome.Await(
                    new Effect.Sleep(Optional.of(WAIT_FOR_POLL)), woken -> untilSo(wanted)));
  }

  private static Outcome unknowable(Invocation call) {
    var words = Commands.rest(call.arguments(), 0);
    return new Outcome.Unknowable(
        "what kubectl "
            + String.join(" ", words.subList(0, Math.min(2, words.size())))
            + " does is not known");
  }

  private static Optional<Target> target(Options options, List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var first = words.get(0);
    int slash = first.indexOf('/');
    var kind = kind(slash < 0 ? first : first.substring(0, slash));
    var name = slash >= 0 ? first.substring(slash + 1) : words.size() > 1 ? words.get(1) : "";
    Map<String, String> labels = new TreeMap<>();
    for (var label : options.value("l", "selector").orElse("").split(",", -1)) {
      int equals = label.indexOf('=');
      if (equals > 0) {
        int value = label.startsWith("==", equals) ? equals + 2 : equals + 1;
        labels.put(label.substring(0, equals).strip(), label.substring(value).strip());
      }
    }
    boolean more = words.size() > (slash < 0 ? 2 : 1);
    return kind.isEmpty() || more
        ? Optional.empty()
        : Optional.of(
            new Target(kind.get(), name, labels, options.value("n", "namespace").orElse("")));
  }

  private static Optional<String> kind(String written) {
    int group = written.indexOf('.');
    var word = (group < 0 ? written : written.substring(0, group)).toLowerCase(Locale.ROOT);
    var known = SHORT.getOrDefault(word, word);
    var single =
        known.endsWith("s") && !KINDS.contains(known)
            ? known.substring(0, known.length() - 1)
            : known;
    return Optional.of(single).filter(KINDS::contains);
  }

  private static Duration limit(Options options, Duration usual) {
    if (options.value("timeout").filter(time -> time.startsWith("-")).isPresent()) {
      return NEGATIVE;
    }
    return Durations.of(options.value("timeout")).filter(limit -> !limit.isZero()).orElse(usual);
  }

  private static Outcome await(Invocation call, Options options, Target target) {
    var wanted = options.value("for").orElse("");
    var limit = limit(options, WAIT_LIMIT);
    if (wanted.equals("delete")) {
      return untilGone(call, target.is(Question.EXISTS, ""), limit);
    }
    if (wanted.equals("create")) {
      return untilThere(call, target.is(Question.EXISTS, ""), limit);
    }
    if (wanted.startsWith("condition=")) {
      var type = wanted.substring("condition=".length());
      int value = type.indexOf('=');
      return value < 0 || type.substring(value + 1).equalsIgnoreCase("true")
          ? poll(
              call,
              target.is(Question.CONDITION, value < 0 ? type : type.substring(0, value)),
              limit,
              POLL)
          : unknowable(call);
    }
    var phase = wanted.replace("\"", "").replace("'", "");
    String prefix = "jsonpath={.status.phase}=";
    return phase.startsWith(prefix)
        ? poll(call, target.is(Question.PHASE, phase.substring(prefix.length())), limit, POLL)
        : unknowable(call);
  }

  /** An object that is not there fails at once; one that is not so yet is asked for again. */
  private static Outcome poll(
      Invocation call, Effect.ObjectState wanted, Duration left, Duration pause) {
    return new Outcome.Await(
        wanted,
        answer -> {
          if (answer instanceof Answer.Done) {
            return Outcome.done(0);
          }
          if (answer instanceof Answer.NotResolved) {
            return call.fail("not found");
          }
          return later(call, left, pause, rest -> poll(call, wanted, rest, pause));
        });
  }

  private static Outcome untilGone(Invocation call, Effect.ObjectState there, Duration left) {
    return new Outcome.Await(
        there,
        answer ->
            answer instanceof Answer.NotResolved
                ? Outcome.done(0)
                : later(call, left, POLL, rest -> untilGone(call, there, rest)));
  }

  private static Outcome untilThere(Invocation call, Effect.ObjectState there, Duration left) {
    return new Outcome.Await(
        there,
        answer ->
            answer instanceof Answer.Done
                ? Outcome.done(0)
                : later(call, left, POLL, rest -> untilThere(call, there, rest)));
  }

  private static Outcome later(
      Invocation call, Duration left, Duration pause, Function<Duration, Outcome> again) {
    if (left.compareTo(pause) < 0) {
      return call.fail("timed out waiting for the condition");
    }
    return new Outcome.Await(
        new Effect.Sleep(Optional.of(pause)), woken -> again.apply(left.minus(pause)));
  }

  private static Outcome get(Invocation call, Target target) {
    return new Outcome.Await(
        target.is(Question.EXISTS, ""),
        answer -> {
          if (answer instanceof Answer.Done) {
            call.out(target.name() + "\n");
            return Outcome.done(0);
          }
          return call.fail("not found");
        });
  }
}
