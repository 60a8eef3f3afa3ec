package foresail;

import foresail.config.ClusterFacts;
import foresail.config.ObjectName;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.finding.Reason;
import foresail.model.KubernetesObject;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.simulation.Cluster;
import foresail.simulation.Plan;
import foresail.simulation.Run;
import foresail.simulation.Simulation;
import foresail.simulation.kernel.Jitter;
import foresail.source.Manifest;
import foresail.source.Problem;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
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

  private final Inspection inspection;
  private final SourceReader reader;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Run.Refused> refused = new ArrayList<>();

  /**
   * A run, and what could not be read for it.
   *
   * @param problems of the files' texts; what they say is left out
   */
  public record Outcome(Run run, List<Problem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  private Forecast(Release release) {
    this.inspection = new Inspection(Schema.of(release), release);
    this.reader = new SourceReader(ReadOptions.standard());
  }

  /** Simulates a scenario on a cluster. */
  public static Run run(ClusterFacts facts, Scenario scenario, Jitter jitter) {
    return of(facts, scenario, jitter).run();
  }

  /** Simulates a scenario on a cluster; files that cannot be read count as empty. */
  public static Outcome of(ClusterFacts facts, Scenario scenario, Jitter jitter) {
    Release release = facts.kubernetes().flatMap(Release::parse).orElse(Release.DEFAULT);
    var forecast = new Forecast(release);
    Cluster cluster =
        Surrounding.cluster(
            release.minor(),
            facts,
            scenario.containers(),
            forecast.objects(Duration.ZERO, facts.objects()));
    Plan plan = forecast.plan(scenario, jitter);
    Run run = StageFault.in("simulation", () -> Simulation.run(cluster, plan));
    return new Outcome(run.withRefused(forecast.refused), forecast.problems);
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
          new foresail.simulation.Step.Apply(
              apply.at(), objects(apply.at(), manifests(apply.files()))));
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
    Sources sources = reader.read(files, InputStream.nullInputStream());
    problems.addAll(sources.problems());
    return sources.manifests();
  }

  /** Those that the server accepts; it tells of the others what is wrong with them. */
  private List<KubernetesObject> objects(Duration at, List<Manifest> manifests) {
    var objects = new ArrayList<KubernetesObject>(manifests.size());
    for (Inspected inspected : inspection.of(manifests, 1)) {
      if (inspected.refusals().isEmpty()) {
        objects.add(inspected.object());
      } else {
        refused.add(refused(at, inspected));
      }
    }
    return objects;
  }

  /** In the words that kubectl prints behind {@code The Pod "web" is invalid}. */
  private static Run.Refused refused(Duration at, Inspected inspected) {
    KubernetesObject object = inspected.object();
    List<String> messages =
        inspected.refusals().stream()
            .map(
                refusal ->
                    refusal.reason() == Reason.BAD_REQUEST || refusal.path().isEmpty()
                        ? refusal.message()
                        : refusal.path() + ": " + refusal.message())
            .toList();
    return new Run.Refused(
        at, object.kind(), object.name(), "Invalid", String.join("; ", messages));
  }
}
