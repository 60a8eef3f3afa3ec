package foresail;

import foresail.finding.Finding;
import foresail.finding.Refusal;
import foresail.finding.Report;
import foresail.graph.External;
import foresail.graph.Graph;
import foresail.graph.GraphInput;
import foresail.model.KubernetesObject;
import foresail.model.Model;
import foresail.rule.Refused;
import foresail.rule.RuleEngine;
import foresail.rule.RuleInput;
import foresail.rule.RuleSet;
import foresail.schema.Decoded;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.source.Sources;
import foresail.validation.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole way from text to findings: one line a stage. */
public final class Foresail {
  private Foresail() {}

  /**
   * One manifest as the server sees it.
   *
   * @param refusals why the server would refuse it
   */
  private record Seen(Manifest manifest, List<Refusal> refusals, KubernetesObject object) {}

  /** Tells what is wrong with manifests. */
  public static Report check(CheckRequest request) {
    Schema schema = Schema.of(request.release());
    Sources sources = read(request, schema);
    List<Seen> seen = see(sources.manifests(), request, schema);
    List<Seen> cluster = see(request.cluster().objects(), request, schema);
    Graph graph =
        Graph.of(
            new GraphInput(
                seen.stream().map(Seen::object).toList(),
                cluster.stream().map(Seen::object).toList(),
                External.of(request.external()),
                sources.skipped(),
                request.namespace().orElse(""),
                request.asIs()));
    List<Finding> findings =
        new RuleEngine(RuleSet.builtIn(), request.rules())
            .evaluate(new RuleInput(sources, refused(seen), graph));
    return report(request, sources, findings);
  }

  private static Sources read(CheckRequest request, Schema schema) {
    ReadOptions options = new ReadOptions(request.exclude(), schema.kinds(), request.jobs());
    return new SourceReader(options).read(request.paths(), request.standardInput());
  }

  private static List<Seen> see(List<Manifest> manifests, CheckRequest request, Schema schema) {
    Stream<Manifest> stream = manifests.stream();
    return (request.jobs() > 1 ? stream.parallel() : stream)
        .map(manifest -> see(manifest, request, schema))
        .toList();
  }

  /** The server validates only what it could decode. */
  private static Seen see(Manifest manifest, CheckRequest request, Schema schema) {
    Decoded decoded = schema.decode(manifest);
    Manifest whole =
        new Manifest(manifest.id(), manifest.document(), decoded.root(), manifest.comments());
    List<Refusal> refusals =
        decoded.refusals().isEmpty()
            ? Validation.refusals(whole, request.release())
            : decoded.refusals();
    return new Seen(whole, refusals, Model.of(whole));
  }

  private static List<Refused> refused(List<Seen> seen) {
    List<Refused> refused = new ArrayList<>();
    for (Seen one : seen) {
      one.refusals().forEach(refusal -> refused.add(new Refused(one.manifest(), refusal)));
    }
    return refused;
  }

  private static Report report(CheckRequest request, Sources sources, List<Finding> findings) {
    Map<String, Integer> skipped = new LinkedHashMap<>();
    sources.skippedCounts().forEach((kind, count) -> skipped.put(kind.words(), count));
    return new Report(
        request.release().toString(),
        sources.files().size(),
        sources.documents(),
        skipped,
        findings);
  }
}
