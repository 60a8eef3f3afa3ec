package foresail.cli;

import foresail.Forecast;
import foresail.StageFault;
import foresail.config.ClusterFacts;
import foresail.config.Config;
import foresail.config.ContainerFacts;
import foresail.config.Scenario;
import foresail.config.ScenarioReader;
import foresail.config.Step;
import foresail.graph.External;
import foresail.notation.GoDuration;
import foresail.output.JsonPrediction;
import foresail.output.PredictionFormat;
import foresail.output.Screen;
import foresail.output.TextPrediction;
import foresail.prediction.End;
import foresail.prediction.Prediction;
import foresail.schema.Release;
import foresail.simulation.kernel.Jitter;
import foresail.source.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code foresail predict}: tells what each pod will go through. */
final class PredictCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "predict",
            "Tells what will happen when the manifests are applied: the rows that kubectl get pods"
                + " -w will print for each pod, when, and why.");
    spec.addPositional(
        Options.pathList("Files and folders, applied at 0 s in the order of their names."));
    spec.addOption(
        Options.one(
            "--scenario", "FILE", "What is done to the cluster and when; instead of PATH."));
    spec.addOption(Options.one("--format", "FORMAT", "text (default) or json."));
    spec.addOption(Options.one("--output", "FILE", "Write to a file."));
    spec.addOption(
        Options.one("--until", "TIME", "Where the run ends, such as 90s. Default: 15m."));
    spec.addOption(
        Options.flag(
            "--open-world", "What the files name and do not hold exists, each an assumption."));
    spec.addOption(
        Options.many(
            "--fail-on-end",
            "END",
            "Exit status 1 where a pod ends so: stuck, looping, failed, ready, finished or gone."));
    Options.addCommon(spec);
    return spec;
  }

  @Override
  public int run(ParseResult options, Surroundings surroundings) {
    Config config = Options.config(options);
    Set<End> bad = ends(options);
    Optional<Path> file = Options.text(options, "--output").map(Path::of);
    PredictionFormat format = format(options, Options.screen(options, file, surroundings));
    ClusterFacts cluster = Options.cluster(options, config);
    Release release = Options.release(options, config, cluster);
    Scenario scenario = scenario(options, config);
    Forecast.Outcome outcome =
        Forecast.of(
            cluster.withKubernetes(release.toString()),
            scenario,
            Jitter.MEDIAN,
            options.hasMatchedOption("--open-world")
                ? External.EVERYTHING
                : External.of(config.external()));
    boolean unread = tellProblems(outcome.problems(), surroundings);
    Prediction prediction =
        StageFault.in("prediction", () -> Prediction.of(outcome.run(), outcome.graph()));
    Texts.put(out -> format.write(release.toString(), prediction, out), file, surroundings);
    return unread || prediction.pods().stream().anyMatch(pod -> bad.contains(pod.end()))
        ? ExitStatus.FINDINGS
        : ExitStatus.CLEAN;
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

  private static PredictionFormat format(ParseResult options, Screen screen) {
    String name = Options.text(options, "--format").orElse("text");
    return switch (name) {
      case "text" -> new TextPrediction(screen);
      case "json" -> new JsonPrediction();
      default -> throw new UsageException("--format " + name + ": choose text or json");
    };
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
        until(options).or(scenario::until),
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

  private static Optional<Duration> until(ParseResult options) {
    Optional<String> text = Options.text(options, "--until");
    Optional<Duration> time = text.flatMap(GoDuration::parse).filter(each -> !each.isNegative());
    if (text.isPresent() && time.isEmpty()) {
      throw new UsageException(
          "--until " + text.get() + ": needs a length of time such as 90s or 15m");
    }
    return time;
  }

  private static Set<End> ends(ParseResult options) {
    Set<End> ends = EnumSet.noneOf(End.class);
    for (String word : Options.texts(options, "--fail-on-end")) {
      ends.add(
          Arrays.stream(End.values())
              .filter(end -> end.word().equals(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--fail-on-end "
                              + word
                              + ": choose among "
                              + String.join(
                                  ", ", Arrays.stream(End.values()).map(End::word).toList()))));
    }
    return ends;
  }
}
