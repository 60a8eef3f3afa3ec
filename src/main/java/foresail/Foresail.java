package foresail;

import foresail.finding.Finding;
import foresail.finding.Report;
import foresail.graph.External;
import foresail.graph.Graph;
import foresail.graph.GraphInput;
import foresail.rule.RuleEngine;
import foresail.rule.RuleInput;
import foresail.rule.RuleSet;
import foresail.schema.Schema;
import foresail.source.Origin;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole way from text to findings: one line a stage. */
public final class Foresail {
  private Foresail() {}

  /** Tells what is wrong with manifests. */
  public static Report check(CheckRequest request) {
    return check(request, Progress.NONE);
  }

  /**
   * Tells what is wrong with manifests.
   *
   * @param progress told of each stage
   */
  public static Report check(CheckRequest request, Progress progress) {
    progress.stage("reading", 0, "");
    Sources sources = StageFault.in("reading", () -> read(request));
    Optional<Sources> older = request.from().map(from -> readOlder(request, from));
    List<Finding> findings =
        request.schemas().size() == 1
            ? findings(request, request.schemas().get(0), sources, older, progress)
            : EachRelease.of(sources, request)
                .findings(schema -> findings(request, schema, sources, older, progress));
    return report(request, sources, findings);
  }

  private static List<Finding> findings(
      CheckRequest request,
      Schema base,
      Sources sources,
      Optional<Sources> older,
      Progress progress) {
    Schema schema = base.with(sources.manifests());
    Inspection inspection = new Inspection(schema, base.release(), progress);
    progress.stage("validating", sources.manifests().size(), "objects");
    List<Inspected> objects = inspect(request, sources, older, inspection);
    List<Inspected> cluster = inspection.of(request.cluster().objects(), request.jobs());
    progress.stage("following references", 0, "");
    Graph graph = StageFault.in("graph", () -> graph(request, sources, objects, cluster));
    Sources told = older.map(sources::withUnread).orElse(sources);
    RuleInput input =
        new RuleInput(told, Inspected.refused(objects, graph), graph, base.release().minor());
    progress.stage("evaluating rules", 0, "");
    return StageFault.in(
        "rules", () -> new RuleEngine(RuleSet.builtIn(), request.rules()).evaluate(input));
  }

  private static Sources read(CheckRequest request) {
    return reader(request).read(request.paths(), request.standardInput());
  }

  private static SourceReader reader(CheckRequest request) {
    return new SourceReader(
        new ReadOptions(
            request.exclude(),
            request.schemas().get(request.schemas().size() - 1).kinds(),
            request.jobs()));
  }

  private static Sources readOlder(CheckRequest request, Origin from) {
    return StageFault.in("reading", () -> reader(request).read(from, request.standardInput()));
  }

  private static List<Inspected> inspect(
      CheckRequest request, Sources sources, Optional<Sources> older, Inspection inspection) {
    List<Inspected> objects = inspection.of(sources.manifests(), request.jobs());
    if (older.isEmpty()) {
      return objects;
    }
    List<Inspected> before = inspection.of(older.get().manifests(), request.jobs());
    return new OlderVersion(before, request.namespace())
        .judge(objects, sources.manifests(), inspection);
  }

  private static Graph graph(
      CheckRequest request, Sources sources, List<Inspected> objects, List<Inspected> cluster) {
    return Graph.of(
        new GraphInput(
            objects.stream().map(Inspected::object).toList(),
            cluster.stream().map(Inspected::object).toList(),
            External.of(request.external()),
            sources.skipped(),
            request.namespace().orElse(""),
            request.asIs()));
  }

  private static Report report(CheckRequest request, Sources sources, List<Finding> findings) {
    Map<String, Integer> skipped = new LinkedHashMap<>();
    sources.skippedCounts().forEach((kind, count) -> skipped.put(kind.words(), count));
    return new Report(
        request.releases(), sources.files().size(), sources.documents(), skipped, findings);
  }
}
