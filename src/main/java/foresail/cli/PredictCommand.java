package foresail.cli;

import foresail.config.Config;
import foresail.output.HtmlPrediction;
import foresail.output.JsonPrediction;
import foresail.output.MarkdownPrediction;
import foresail.output.MermaidPrediction;
import foresail.output.PredictionFormat;
import foresail.output.SvgPrediction;
import foresail.output.TextPrediction;
import foresail.prediction.End;
import foresail.prediction.Prediction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code foresail predict}: tells what each pod will go through. */
final class PredictCommand implements Command {
  private static final String FORMATS = "text, json, svg, html, mermaid or markdown";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "predict",
            "Tells what will happen when the manifests are applied: the rows that kubectl get pods"
                + " -w will print for each pod, when, and why.");
    ForecastOptions.addTo(spec);
    spec.addOption(
        Options.one(
            ForecastOptions.SEEDS,
            "N",
            "Run N times, each with its own chances, and tell the median of each time, its range in"
                + " nine of ten runs, and how often each end comes."));
    spec.addOption(
        Options.many(
            "--format",
            "FORMAT[=FILE]",
            FORMATS + "; with =FILE written to a file. May be repeated."));
    spec.addOption(Options.one("--output", "FILE", "Where the format without a file goes."));
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
    Outputs<PredictionFormat> outputs =
        Outputs.of(options, FORMATS, (name, file) -> format(name, file, options, surroundings));
    ForecastOptions.Told told = ForecastOptions.run(options, config, surroundings);
    Prediction prediction = told.prediction();
    outputs.write(
        (format, out) -> format.write(told.release().toString(), prediction, out), surroundings);
    return told.unread() || prediction.pods().stream().anyMatch(pod -> bad.contains(pod.end()))
        ? ExitStatus.FINDINGS
        : ExitStatus.CLEAN;
  }

  private static Optional<PredictionFormat> format(
      String name, Optional<Path> file, ParseResult options, Surroundings surroundings) {
    return switch (name) {
      case "text" -> Optional.of(new TextPrediction(Options.screen(options, file, surroundings)));
      case "json" -> Optional.of(new JsonPrediction());
      case "svg" -> Optional.of(new SvgPrediction());
      case "html" -> Optional.of(new HtmlPrediction());
      case "mermaid" -> Optional.of(new MermaidPrediction());
      case "markdown" -> Optional.of(new MarkdownPrediction());
      default -> Optional.empty();
    };
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
