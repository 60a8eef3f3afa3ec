package foresail.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that was read in one run.
 *
 * @param manifests in the order of the files, and in a file in reading order
 * @param skipped documents that are no Kubernetes objects, in the same order
 * @param problems in the same order
 * @param files those that were read, in order; also those that could not be opened or parsed
 * @param documents how many were found, those that do not parse among them; empty ones do not count
 */
public record Sources(
    List<Manifest> manifests,
    List<Skipped> skipped,
    List<Problem> problems,
    List<SourceFile> files,
    int documents) {
  /** The rules of which a problem means that something was not read. */
  private static final Set<String> UNREAD = Set.of("yaml-syntax", "unreadable-file");

  public Sources {
    manifests = List.copyOf(manifests);
    skipped = List.copyOf(skipped);
    problems = List.copyOf(problems);
    files = List.copyOf(files);
  }

  /**
   * The same, and what could not be read of other files: nothing else is known of them.
   *
   * @param others those that are read beside, and not checked
   */
  public Sources withUnread(Sources others) {
    List<Problem> unread = new ArrayList<>(problems);
    for (Problem problem : others.problems) {
      if (UNREAD.contains(problem.ruleId())) {
        unread.add(problem);
      }
    }
    List<SourceFile> all = new ArrayList<>(files);
    all.addAll(others.files);
    return new Sources(manifests, skipped, unread, all, documents);
  }

  /** How many documents of each kind were skipped; kinds that did not occur are absent. */
  public Map<Skipped.Kind, Integer> skippedCounts() {
    Map<Skipped.Kind, Integer> counts = new EnumMap<>(Skipped.Kind.class);
    for (Skipped document : skipped) {
      counts.merge(document.kind(), 1, Integer::sum);
    }
    return counts;
  }
}
