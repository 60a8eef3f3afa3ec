package foresail.cli;

import foresail.CheckRequest;
import foresail.Foresail;
import foresail.config.ClusterFacts;
import foresail.config.Config;
import foresail.finding.Finding;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.output.ReportFormat;
import foresail.rule.OwnRules;
import foresail.rule.RuleOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code foresail check}: tells what is wrong with manifests. */
final class CheckCommand implements Command {
  /** Nobody can wish these away: nothing was checked where they stand. */
  private static final Set<String> ALWAYS_FAIL = Set.of("yaml-syntax", "unreadable-file");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "check",
            "Tells what is wrong with Kubernetes manifests: what the API server would refuse, what"
                + " can never work, what is likely a mistake.");
    spec.addPositional(
        Options.pathList("Files and folders; - is standard input. Default: the working folder."));
    spec.addOption(
        Options.many(
            "--format",
            "FORMAT[=FILE]",
            ReportFormats.NAMES + "; with =FILE written to a file. May be repeated."));
    spec.addOption(Options.one("--output", "FILE", "Where the format without a file goes."));
    spec.addOption(
        Options.one(
            "--fail-on",
            "SEVERITY",
            "error (default), warning, note or never: what makes the exit status 1."));
    spec.addOption(
        Options.many("--only", "RULE|CATEGORY", "Only these rules; separated by commas."));
    spec.addOption(Options.many("--skip", "RULE|CATEGORY", "Not these rules."));
    spec.addOption(
        Options.flag("--closed-world", "What is not among the files does not exist: errors."));
    spec.addOption(
        Options.flag(
            "--open-world", "What is not among the files may exist, whatever the config."));
    spec.addOption(
        Options.flag("--as-is", "Check also patches, fragments and templates, each as an object."));
    spec.addOption(
        FromOption.spec(
            "An older version, a file or folder or git:REV: what the API server would refuse to"
                + " change."));
    spec.addOption(ChangedSinceOption.spec());
    spec.addOption(Options.flag("--quiet", "Print findings only, no summary."));
    spec.addOption(Options.one("--jobs", "N", "How many threads work. Default: all processors."));
    Options.addCommon(spec);
    return spec;
  }

  @Override
  public int run(ParseResult options, Surroundings surroundings) {
    Config config = Options.config(options);
    Optional<Severity> failOn = failOn(options, config);
    var formats = new ReportFormats(options, surroundings, finding -> fails(finding, failOn));
    Outputs<ReportFormat> outputs = Outputs.of(options, ReportFormats.NAMES, formats);
    CheckRequest request = request(options, config, surroundings);
    ChangedSinceOption changed = ChangedSinceOption.of(options, request.paths());
    Report report;
    try (var progress = ProgressLine.start(surroundings)) {
      report = changed.told(Foresail.check(request, progress));
    }
    outputs.write((format, out) -> format.write(report, out), surroundings);
    return report.findings().stream().anyMatch(finding -> fails(finding, failOn))
        ? ExitStatus.FINDINGS
        : ExitStatus.CLEAN;
  }

  private static CheckRequest request(
      ParseResult options, Config config, Surroundings surroundings) {
    ClusterFacts cluster = Options.cluster(options, config);
    List<Path> paths = Options.paths(options);
    return new CheckRequest(
        paths,
        surroundings.in(),
        config.exclude(),
        Options.schemas(options, config, cluster),
        cluster,
        Options.text(options, "--namespace").or(config::namespace),
        config.external(),
        rules(options, config),
        options.hasMatchedOption("--as-is"),
        Options.jobs(options),
        FromOption.read(options, paths, config.exclude()));
  }

  private static RuleOptions rules(ParseResult options, Config config) {
    // A list of what exists elsewhere says that the rest is here.
    boolean closed =
        options.hasMatchedOption("--closed-world")
            || (!config.external().isEmpty() && !options.hasMatchedOption("--open-world"));
    return new RuleOptions(
        Options.texts(options, "--only"),
        Options.texts(options, "--skip"),
        config.rules(),
        closed,
        config.complete(),
        own(config));
  }

  private static OwnRules own(Config config) {
    try {
      return OwnRules.read(config.ownRules());
    } catch (IllegalArgumentException e) {
      throw new UsageException("own-rules: " + e.getMessage());
    }
  }

  private static boolean fails(Finding finding, Optional<Severity> failOn) {
    return ALWAYS_FAIL.contains(finding.ruleId())
        || failOn.filter(limit -> finding.severity().compareTo(limit) <= 0).isPresent();
  }

  private static Optional<Severity> failOn(ParseResult options, Config config) {
    Optional<String> word = Options.text(options, "--fail-on");
    if (word.isEmpty()) {
      return config.failOn().orElse(Optional.of(Severity.ERROR));
    }
    if (word.get().equals("never")) {
      return Optional.empty();
    }
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word.get())) {
        return Optional.of(severity);
      }
    }
    throw new UsageException("--fail-on " + word.get() + ": choose error, warning, note or never");
  }
}
