package foresail;

import foresail.config.ClusterFacts;
import foresail.config.ObjectName;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.model.KubernetesObject;
import foresail.model.Model;
import foresail.schema.Decoded;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.simulation.Cluster;
import foresail.simulation.Plan;
import foresail.simulation.Run;
import foresail.simulation.Simulation;
import foresail.simulation.kernel.Jitter;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way from manifests to a run: what `foresail predict` does before it prints. */
public final class Forecast {
  private static final List<String> DELETABLE =
      List.of(
          "Pod",
          "Deployment",
          "ReplicaSet",
          "ReplicationController",
          "StatefulSet",
          "DaemonSet",
          "Job",
          "CronJob",
          "Service",
          "ConfigMap",
          "Secret",
          "ServiceAccount",
          "PersistentVolumeClaim");

  private final Schema schema;
  private final SourceReader reader;

  private Forecast(Release release) {
    this.schema = Schema.of(release);
    this.reader = new SourceReader(ReadOptions.standard());
  }

  /** Simulates a scenario on a cluster; files that cannot be read count as empty. */
  public static Run run(ClusterFacts facts, Scenario scenario, Jitter jitter) {
    Release release = facts.kubernetes().flatMap(Release::parse).orElse(Release.DEFAULT);
    var forecast = new Forecast(release);
    Cluster cluster =
        Surrounding.cluster(
            release.minor(), facts, scenario.containers(), forecast.objects(facts.objects()));
    return Simulation.run(cluster, forecast.plan(scenario, jitter));
  }

  private Plan plan(Scenario scenario, Jitter jitter) {
    var steps = new ArrayList<foresail.simulation.Step>();
    for (Step step : scenario.steps()) {
      step(step).ifPresent(steps::add);
    }
    return new Plan(
        scenario.namespace().orElse("default"),
        scenario.until(),
        scenario.start(),
        steps,
        jitter,
        Plan.USUAL_STEP_LIMIT);
  }

  private Optional<foresail.simulation.Step> step(Step step) {
    if (step instanceof Step.Apply apply) {
      return Optional.of(
          new foresail.simulation.Step.Apply(apply.at(), objects(manifests(apply.files()))));
    }
    if (step instanceof Step.Delete delete) {
      return kind(delete.object())
          .map(
              kind ->
                  new foresail.simulation.Step.Delete(delete.at(), kind, delete.object().name()));
    }
    if (step instanceof Step.StopNode stop) {
      return Optional.of(new foresail.simulation.Step.StopNode(stop.at(), stop.node()));
    }
    if (step instanceof Step.StartNode start) {
      return Optional.of(new foresail.simulation.Step.StartNode(start.at(), start.node()));
    }
    throw new AssertionError(step);
  }

  private static Optional<String> kind(ObjectName object) {
    return DELETABLE.stream().filter(object::isA).findFirst();
  }

  private List<Manifest> manifests(List<Path> files) {
    return reader.read(files, InputStream.nullInputStream()).manifests();
  }

  private List<KubernetesObject> objects(List<Manifest> manifests) {
    var objects = new ArrayList<KubernetesObject>(manifests.size());
    for (Manifest manifest : manifests) {
      Decoded decoded = schema.decode(manifest);
      if (decoded.kind().isPresent()) {
        objects.add(
            Model.of(
                new Manifest(
                    manifest.id(), manifest.document(), decoded.root(), manifest.comments())));
      }
    }
    return objects;
  }
}
