package foresail.finding;

import foresail.source.Problem;
import java.util.List;
import java.util.Optional;

/** Turns what the reader of the files noticed into findings. */
public final class SourceFindings {
  private SourceFindings() {}

  /**
   * The finding of a problem; it has no subject, because a text that does not parse declares no
   * object.
   *
   * @param category that of the rule which the problem names
   * @param severity that of the rule which the problem names
   */
  public static Finding of(Problem problem, Category category, Severity severity) {
    return new Finding(
        problem.ruleId(),
        category,
        severity,
        problem.message(),
        label(problem.at()),
        problem.related().stream().map(SourceFindings::label).toList(),
        Optional.empty(),
        problem.repair().map(SourceFindings::fix),
        Optional.empty(),
        Optional.empty());
  }

  private static Label label(Problem.Place place) {
    return new Label(place.span(), place.message());
  }

  private static Fix fix(Problem.Repair repair) {
    List<Edit> edits =
        repair.replacements().stream().map(part -> new Edit(part.span(), part.text())).toList();
    return new Fix(repair.description(), edits);
  }
}
