package foresail.cli;

import foresail.Forecast;
import foresail.Progress;
import foresail.Rollout;
import foresail.StageFault;
import foresail.config.ClusterFacts;
import foresail.config.Config;
import foresail.config.ContainerFacts;
import foresail.config.Scenario;
import foresail.config.ScenarioReader;
import foresail.config.Step;
import foresail.graph.External;
import foresail.model.KubernetesObject;
import foresail.notation.GoDuration;
import foresail.prediction.Prediction;
import foresail.prediction.Spread;
import foresail.schema.Release;
import foresail.simulation.kernel.Jitter;
import foresail.source.Origin;
import foresail.source.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the commands that run a simulation have in common: what is applied, to what, for how long.
 */
final class ForecastOptions {
  static final String SEEDS = "--seeds";
  private static final String AFTER = "--after";
  private static final int MOST_SEEDS = 10_000;

  private ForecastOptions() {}

  /**
   * @param unread whether a file could not be read, which was said on standard error
   */
  record Told(Release release, Prediction prediction, boolean unread) {}

  static void addTo(CommandSpec spec) {
    spec.addPositional(
        Options.pathList("Files and folders, applied at 0 s in the order of their names."));
    spec.addOption(
        Options.one(
            "--scenario", "FILE", "What is done to the cluster and when; instead of PATH."));
    spec.addOption(
        Options.one("--until", "TIME", "Where the run ends, such as 90s. Default: 15m."));
    spec.addOption(
        FromOption.spec(
            "An older version, a file or folder or git:REV, that was applied before: the rollout"
                + " from there."));
    spec.addOption(
        Options.one(
            AFTER,
            "TIME",
            "How long after OLD, such as 30s. Default: once nothing changes any more."));
    spec.addOption(
        Options.flag(
            "--open-world", "What the files name and do not hold exists, each an assumption."));
  }

  /** Runs the simulation that the options describe. */
  static Told run(ParseResult options, Config config, Surroundings surroundings) {
    ClusterFacts cluster = Options.cluster(options, config);
    Release release = Options.release(options, config, cluster);
    ClusterFacts facts = cluster.withKubernetes(release.toString());
    External elsewhere =
        options.hasMatchedOption("--open-world")
            ? External.EVERYTHING
            : External.of(config.external());
    Scenario scenario = scenario(options, config, facts, elsewhere);
    Forecast.Prepared prepared =
        Forecast.prepared(facts, scenario, elsewhere, Options.schema(release, config));
    boolean unread = tellProblems(prepared.problems(), surroundings);
    tellKept(prepared.kept(), surroundings);
    int seeds = seeds(options);
    try (var progress = ProgressLine.start(surroundings)) {
      Prediction prediction = middle(prepared, progress);
      return new Told(
          release, seeds > 0 ? spread(prediction, prepared, seeds, progress) : prediction, unread);
    }
  }

  /** The run in which every chance takes its middle. */
  private static Prediction middle(Forecast.Prepared prepared, Progress progress) {
    progress.stage("simulating", prepared.plan().horizon().toSeconds(), "s");
    var seen = new AtomicLong();
    return told(
        prepared,
        Jitter.MEDIAN,
        now -> progress.add(now.toSeconds() - seen.getAndSet(now.toSeconds())));
  }

  private static Prediction spread(
      Prediction middle, Forecast.Prepared prepared, int seeds, Progress progress) {
    progress.stage("simulating", seeds, "runs");
    // each run has its own world: they have nothing in common but what never changes
    List<Prediction> runs =
        IntStream.rangeClosed(1, seeds)
            .parallel()
            .mapToObj(
                seed -> {
                  Prediction told = told(prepared, Jitter.seeded(seed), unused -> {});
                  progress.add(1);
                  return told;
                })
            .toList();
    return Spread.over(middle, runs);
  }

  private static Prediction told(
      Forecast.Prepared prepared, Jitter jitter, Consumer<Duration> watcher) {
    Forecast.Outcome outcome = prepared.run(jitter, watcher);
    return StageFault.in("prediction", () -> Prediction.of(outcome.run(), outcome.graph()));
  }

  /** How many runs with chances there shall be; 0 where only the middle one is asked for. */
  private static int seeds(ParseResult options) {
    Optional<String> text = Options.text(options, SEEDS);
    try {
      int seeds = text.map(Integer::parseInt).orElse(0);
      if (text.isEmpty() || seeds >= 1 && seeds <= MOST_SEEDS) {
        return seeds;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException(
        SEEDS + " " + text.orElse("") + ": needs a number from 1 to " + MOST_SEEDS);
  }

  /**
   * Says on standard error what was left out because it cannot be read.
   *
   * @return whether something was
   */
  private static boolean tellProblems(List<Problem> problems, Surroundings surroundings) {
    boolean unread = false;
    for (Problem problem : problems) {
      if (problem.ruleId().equals("yaml-syntax") || problem.ruleId().equals("unreadable-file")) {
        surroundings.err().println("foresail: " + problem.at().span() + ": " + problem.message());
        unread = true;
      }
    }
    return unread;
  }

  /** Says on standard error what the newer version does not name. */
  private static void tellKept(List<KubernetesObject> kept, Surroundings surroundings) {
    if (!kept.isEmpty()) {
      List<String> names =
          kept.stream().map(object -> object.kind() + " " + object.name()).distinct().toList();
      surroundings
          .err()
          .println(
              "foresail: no longer named, and left as it is, because kubectl apply does not delete:"
                  + " "
                  + String.join(", ", names));
    }
  }

  private static Scenario scenario(
      ParseResult options, Config config, ClusterFacts facts, External elsewhere) {
    Scenario scenario = scenario(options, config);
    List<Path> now = options.hasMatchedOption("--scenario") ? List.of() : Options.paths(options);
    Optional<Duration> after = time(options, AFTER);
    Optional<Origin> older = FromOption.read(options, now, config.exclude());
    if (older.isEmpty() && after.isPresent()) {
      throw new UsageException(AFTER + " counts from what --from names, which is missing");
    }
    return older
        .map(origin -> Rollout.from(origin, after, scenario, facts, elsewhere))
        .orElse(scenario);
  }

  private static Scenario scenario(ParseResult options, Config config) {
    Optional<Path> file = Options.text(options, "--scenario").map(Path::of);
    boolean paths = options.hasMatchedPositional(0);
    if (file.isPresent() && paths) {
      throw new UsageException("a scenario names its files itself; give --scenario or PATH");
    }
    Scenario scenario =
        file.map(path -> Options.loaded(ScenarioReader.read(path)))
            .orElseGet(() -> applyAll(Options.paths(options)));
    List<ContainerFacts> containers = new ArrayList<>(scenario.containers());
    containers.addAll(config.containers());
    return new Scenario(
        Options.text(options, "--namespace").or(scenario::namespace).or(config::namespace),
        time(options, "--until").or(scenario::until),
        scenario.start(),
        scenario.steps(),
        containers);
  }

  private static Scenario applyAll(List<Path> paths) {
    return new Scenario(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Step.Apply(Duration.ZERO, paths)),
        List.of());
  }

  private static Optional<Duration> time(ParseResult options, String name) {
    Optional<String> text = Options.text(options, name);
    Optional<Duration> time = text.flatMap(GoDuration::parse).filter(each -> !each.isNegative());
    if (text.isPresent() && time.isEmpty()) {
      throw new UsageException(
          name + " " + text.get() + ": needs a length of time such as 90s or 15m");
    }
    return time;
  }
}
