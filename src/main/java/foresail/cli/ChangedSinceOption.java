package foresail.cli;

import foresail.finding.Report;
import foresail.git.GitException;
import foresail.git.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option {@code --changed-since}: only what is found in files changed since a revision. */
final class ChangedSinceOption {
  private static final String NAME = "--changed-since";

  private final Optional<Set<Path>> changed;

  private ChangedSinceOption(Optional<Set<Path>> changed) {
    this.changed = changed;
  }

  static OptionSpec spec() {
    return Options.one(
        NAME, "REF", "Only findings in files changed since a revision of git; all are read.");
  }

  /**
   * Asks git what was changed.
   *
   * @param paths what is checked
   * @throws UsageException where git does not know
   */
  static ChangedSinceOption of(ParseResult options, List<Path> paths) {
    Optional<String> revision = Options.text(options, NAME);
    if (revision.isEmpty()) {
      return new ChangedSinceOption(Optional.empty());
    }
    try {
      boolean piped = paths.contains(Path.of("-"));
      Repository repository = Repository.of(piped ? Path.of("") : paths.get(0));
      return new ChangedSinceOption(Optional.of(repository.changedSince(revision.get())));
    } catch (GitException e) {
      throw new UsageException(NAME + " " + revision.get() + ": " + e.getMessage());
    }
  }

  Report told(Report report) {
    return changed
        .map(files -> report.only(found -> isIn(found.primary().span().file().path(), files)))
        .orElse(report);
  }

  /** What is no file of the folder, such as standard input, counts as changed. */
  private static boolean isIn(String path, Set<Path> changed) {
    try {
      return changed.contains(Path.of(path).toRealPath());
    } catch (IOException | IllegalArgumentException e) {
      return true;
    }
  }
}
