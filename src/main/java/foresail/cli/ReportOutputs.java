package foresail.cli;

import foresail.finding.Report;
import foresail.output.GithubReport;
import foresail.output.JsonReport;
import foresail.output.ReportFormat;
import foresail.output.Style;
import foresail.output.TextReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** In which formats a report is written, and where each goes. */
final class ReportOutputs {
  private final List<Target> targets;

  /**
   * @param file empty for standard output
   */
  private record Target(ReportFormat format, Optional<Path> file) {}

  private ReportOutputs(List<Target> targets) {
    this.targets = targets;
  }

  static ReportOutputs of(ParseResult options, Surroundings surroundings) {
    List<String> formats = Options.texts(options, "--format");
    Optional<Path> output = Options.text(options, "--output").map(Path::of);
    List<Target> targets = new ArrayList<>();
    int withoutFile = 0;
    for (String text : formats.isEmpty() ? List.of("text") : formats) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      Optional<Path> file = equals < 0 ? output : Optional.of(Path.of(text.substring(equals + 1)));
      withoutFile += equals < 0 ? 1 : 0;
      targets.add(
          new Target(format(name, Options.style(options, file, surroundings), options), file));
    }
    if (withoutFile > 1) {
      throw new UsageException("only one --format can go to standard output; write FORMAT=FILE");
    }
    if (output.isPresent() && withoutFile == 0) {
      throw new UsageException("--output is for the format without a file, and there is none");
    }
    return new ReportOutputs(targets);
  }

  private static ReportFormat format(String name, Style style, ParseResult options) {
    return switch (name) {
      case "text" -> new TextReport(style, !options.hasMatchedOption("--quiet"));
      case "json" -> new JsonReport();
      case "github" -> new GithubReport();
      default -> throw new UsageException("--format " + name + ": choose text, json or github");
    };
  }

  void write(Report report, Surroundings surroundings) {
    for (Target target : targets) {
      Texts.put(out -> target.format().write(report, out), target.file(), surroundings);
    }
  }
}
