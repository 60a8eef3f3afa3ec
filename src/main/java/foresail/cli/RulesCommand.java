package foresail.cli;

import foresail.finding.Severity;
import foresail.output.RuleList;
import foresail.rule.Rule;
import foresail.rule.RulePage;
import foresail.rule.RuleSet;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code foresail rules}: lists all rules. */
final class RulesCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("rules", "Lists all rules: id, severity, and what each finds.");
    spec.addOption(Options.one("--format", "FORMAT", "text (default), json or markdown."));
    return spec;
  }

  @Override
  public int run(ParseResult options, Surroundings surroundings) {
    String format = Options.text(options, "--format").orElse("text");
    RuleList list = new RuleList(RuleSet.builtIn().all().stream().map(RulesCommand::line).toList());
    Texts.Source text =
        switch (format) {
          case "text" -> list::text;
          case "json" -> list::json;
          case "markdown" -> list::markdown;
          default ->
              throw new UsageException("--format " + format + ": choose text, json or markdown");
        };
    Texts.put(text, Optional.empty(), surroundings);
    return ExitStatus.CLEAN;
  }

  private static RuleList.Line line(Rule rule) {
    return new RuleList.Line(
        rule.id(),
        rule.category().word(),
        word(rule.open()),
        word(rule.closed()),
        RulePage.of(rule.id()).summary());
  }

  static String word(Optional<Severity> severity) {
    return severity.map(Severity::word).orElse("off");
  }
}
