package foresail.cli;

import foresail.finding.Finding;
import foresail.output.GithubReport;
import foresail.output.HtmlReport;
import foresail.output.JsonReport;
import foresail.output.JunitReport;
import foresail.output.MarkdownReport;
import foresail.output.ReportFormat;
import foresail.output.SarifReport;
import foresail.output.TextReport;
import foresail.rule.RulePage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.ParseResult;

/** The formats of a report, by their names. */
final class ReportFormats implements Outputs.Formats<ReportFormat> {
  /** For people. */
  static final String NAMES = "text, json, sarif, github, junit, markdown or html";

  private final ParseResult options;
  private final Surroundings surroundings;
  private final Predicate<Finding> fails;

  /**
   * @param fails which findings make the exit status 1
   */
  ReportFormats(ParseResult options, Surroundings surroundings, Predicate<Finding> fails) {
    this.options = options;
    this.surroundings = surroundings;
    this.fails = fails;
  }

  @Override
  public Optional<ReportFormat> of(String name, Optional<Path> file) {
    return switch (name) {
      case "text" ->
          Optional.of(
              new TextReport(
                  Options.style(options, file, surroundings),
                  !options.hasMatchedOption("--quiet")));
      case "json" -> Optional.of(new JsonReport());
      case "sarif" ->
          Optional.of(new SarifReport(Version.number(), rule -> RulePage.of(rule).summary()));
      case "github" -> Optional.of(new GithubReport());
      case "junit" -> Optional.of(new JunitReport(fails));
      case "markdown" -> Optional.of(new MarkdownReport());
      case "html" -> Optional.of(new HtmlReport());
      default -> Optional.empty();
    };
  }
}
