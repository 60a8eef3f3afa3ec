package foresail;

import foresail.finding.Category;
import foresail.finding.Finding;
import foresail.finding.Label;
import foresail.finding.Refusal;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.finding.SourceFindings;
import foresail.finding.Subject;
import foresail.schema.Schema;
import foresail.source.KnownNames;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole way from text to findings: one line a stage. */
public final class Foresail {
  private Foresail() {}

  /** Tells what is wrong with manifests. */
  public static Report check(CheckRequest request) {
    ReadOptions options = new ReadOptions(request.exclude(), KnownNames.NONE, request.jobs());
    Sources sources = new SourceReader(options).read(request.paths(), request.standardInput());
    List<Finding> findings = new ArrayList<>();
    sources
        .problems()
        .forEach(
            problem -> findings.add(SourceFindings.of(problem, Category.YAML, Severity.ERROR)));
    Schema schema = Schema.of(request.release());
    for (Manifest manifest : sources.manifests()) {
      for (Refusal refusal : schema.decode(manifest).refusals()) {
        findings.add(finding(manifest, refusal));
      }
    }
    Map<String, Integer> skipped = new LinkedHashMap<>();
    sources.skippedCounts().forEach((kind, count) -> skipped.put(kind.words(), count));
    return new Report(
        request.release().toString(),
        sources.files().size(),
        sources.documents(),
        skipped,
        findings);
  }

  private static Finding finding(Manifest manifest, Refusal refusal) {
    return Finding.of(
            refusal.fact(),
            Category.API,
            Severity.ERROR,
            refusal.message(),
            Label.at(refusal.span()))
        .withRelated(refusal.related())
        .withSubject(Subject.of(manifest, refusal.path()))
        .withReason(refusal.reason());
  }
}
