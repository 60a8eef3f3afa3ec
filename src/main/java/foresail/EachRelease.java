package foresail;

import foresail.finding.Finding;
import foresail.rule.RuleEngine;
import foresail.schema.Schema;
import foresail.source.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One check against several releases: what reads the same at the same place is one finding, which
 * says for which releases it holds.
 */
final class EachRelease {
  /** With more documents than this, all releases at once would need too much memory. */
  private static final int MOST_AT_ONCE = 2_000;

  private final Sources sources;
  private final List<Schema> schemas;
  private final boolean atOnce;

  private EachRelease(Sources sources, List<Schema> schemas, boolean atOnce) {
    this.sources = sources;
    this.schemas = schemas;
    this.atOnce = atOnce;
  }

  static EachRelease of(Sources sources, CheckRequest request) {
    boolean atOnce = request.jobs() > 1 && sources.documents() <= MOST_AT_ONCE;
    return new EachRelease(sources, request.schemas(), atOnce);
  }

  /** What is found for any of the releases, in reading order. */
  List<Finding> findings(Function<Schema, List<Finding>> check) {
    Stream<Schema> stream = schemas.stream();
    List<List<Finding>> found = (atOnce ? stream.parallel() : stream).map(check).toList();
    Map<List<Object>, Finding> merged = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      String release = schemas.get(i).release().toString();
      for (Finding finding : found.get(i)) {
        merged.merge(
            identity(finding), finding.withReleases(List.of(release)), EachRelease::joined);
      }
    }
    List<Finding> all = new ArrayList<>(merged.values());
    // A suppression is of use where it silences something for any release.
    all.removeIf(
        finding ->
            finding.ruleId().equals(RuleEngine.UNUSED_SUPPRESSION)
                && finding.releases().size() < schemas.size());
    RuleEngine.sort(all, sources.files());
    return all;
  }

  private static List<Object> identity(Finding finding) {
    var span = finding.primary().span();
    return List.of(
        finding.ruleId(),
        finding.severity(),
        finding.message(),
        span.file(),
        span.line(),
        span.column(),
        span.endLine(),
        span.endColumn());
  }

  private static Finding joined(Finding first, Finding other) {
    List<String> releases = new ArrayList<>(first.releases());
    // The same text may be told of twice for one release: of two places in an anchor's value.
    other.releases().stream().filter(one -> !releases.contains(one)).forEach(releases::add);
    return first.withReleases(releases);
  }
}
