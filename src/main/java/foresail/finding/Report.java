package foresail.finding;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a check found.
 *
 * @param kubernetes the release that the manifests were held against, such as {@code 1.36}
 * @param files how many files were read
 * @param documents how many documents they hold
 * @param skipped how many documents were no objects, by what they are instead; in a fixed order
 * @param findings in the order in which they are shown
 */
public record Report(
    String kubernetes,
    int files,
    int documents,
    Map<String, Integer> skipped,
    List<Finding> findings) {
  public Report {
    requireNonNull(kubernetes);
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    findings = List.copyOf(findings);
  }

  /** The same, with those findings only that pass. */
  public Report only(Predicate<Finding> wanted) {
    return new Report(
        kubernetes, files, documents, skipped, findings.stream().filter(wanted).toList());
  }

  /** How many findings have this severity. */
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }
}
