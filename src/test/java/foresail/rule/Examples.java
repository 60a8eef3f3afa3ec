package foresail.rule;

import foresail.finding.Finding;
import foresail.finding.Refusal;
import foresail.graph.External;
import foresail.graph.Graph;
import foresail.graph.GraphInput;
import foresail.model.KubernetesObject;
import foresail.model.Model;
import foresail.schema.Decoded;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.Problem;
import foresail.source.ReadOptions;
import foresail.source.Skipped;
import foresail.source.SourceFile;
import foresail.source.SourceReader;
import foresail.source.Sources;
import foresail.validation.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs rules over texts, the whole way from YAML to findings. */
final class Examples {
  private static final Schema SCHEMA = Schema.of(Release.DEFAULT);

  private Examples() {}

  /** What rules find in files. */
  static List<Finding> findings(Map<String, String> files, RuleOptions options) {
    return findings(read(files), options);
  }

  static List<Finding> findings(Sources sources, RuleOptions options) {
    List<Refused> refused = new ArrayList<>();
    List<KubernetesObject> objects = new ArrayList<>();
    for (Manifest manifest : sources.manifests()) {
      Decoded decoded = SCHEMA.decode(manifest);
      Manifest whole =
          new Manifest(manifest.id(), manifest.document(), decoded.root(), manifest.comments());
      List<Refusal> refusals =
          decoded.refusals().isEmpty()
              ? Validation.refusals(whole, Release.DEFAULT)
              : decoded.refusals();
      refusals.forEach(refusal -> refused.add(new Refused(whole, refusal)));
      objects.add(Model.of(whole));
    }
    Graph graph =
        Graph.of(new GraphInput(objects, List.of(), External.NONE, sources.skipped(), "", false));
    return new RuleEngine(RuleSet.builtIn(), options)
        .evaluate(new RuleInput(sources, refused, graph));
  }

  static Sources read(Map<String, String> files) {
    List<Manifest> manifests = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<SourceFile> sourceFiles = new ArrayList<>();
    int documents = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      Sources one =
          new SourceReader(ReadOptions.standard()).readText(file.getKey(), file.getValue());
      manifests.addAll(one.manifests());
      skipped.addAll(one.skipped());
      problems.addAll(one.problems());
      sourceFiles.addAll(one.files());
      documents += one.documents();
    }
    return new Sources(manifests, skipped, problems, sourceFiles, documents);
  }
}
