package foresail.cli;

import foresail.StageFault;
import foresail.config.Config;
import foresail.output.ComparisonFormat;
import foresail.output.JsonComparison;
import foresail.output.Style;
import foresail.output.TextComparison;
import foresail.recording.Comparison;
import foresail.recording.Recording;
import foresail.recording.UnreadableRecordingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code foresail verify}: holds a prediction against what a real cluster showed. */
final class VerifyCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "verify",
            "Holds the prediction against a recording of a real cluster and shows both side by"
                + " side. Exit status: 0 as predicted, 1 different.");
    ForecastOptions.addTo(spec);
    spec.addOption(
        Options.one(
            "--recording",
            "FILE",
            "What kubectl get pods -w printed: with -o json (also with --output-watch-events), or"
                + " its rows, best with times before them as ts writes them."));
    spec.addOption(Options.one("--format", "FORMAT", "text (default) or json."));
    spec.addOption(Options.one("--output", "FILE", "Write to a file."));
    Options.addCommon(spec);
    return spec;
  }

  @Override
  public int run(ParseResult options, Surroundings surroundings) {
    Config config = Options.config(options);
    Optional<Path> file = Options.text(options, "--output").map(Path::of);
    ComparisonFormat format = format(options, Options.style(options, file, surroundings));
    Recording recording = recording(options);
    ForecastOptions.Told told = ForecastOptions.run(options, config, surroundings);
    Comparison comparison =
        StageFault.in("recording", () -> Comparison.of(told.prediction(), recording));
    Texts.put(out -> format.write(comparison, out), file, surroundings);
    return comparison.agrees() && !told.unread() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
  }

  private static Recording recording(ParseResult options) {
    String path =
        Options.text(options, "--recording")
            .orElseThrow(() -> new UsageException("--recording FILE is needed"));
    try {
      return Recording.read(
          path, new String(Files.readAllBytes(Path.of(path)), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new UsageException("--recording " + path + ": there is no such file");
    } catch (IOException e) {
      throw new UsageException("--recording " + path + ": cannot be read: " + e.getMessage());
    } catch (UnreadableRecordingException e) {
      throw new UsageException("--recording " + path + ": " + e.getMessage());
    }
  }

  private static ComparisonFormat format(ParseResult options, Style style) {
    String name = Options.text(options, "--format").orElse("text");
    return switch (name) {
      case "text" -> new TextComparison(style);
      case "json" -> new JsonComparison();
      default -> throw new UsageException("--format " + name + ": choose text or json");
    };
  }
}
