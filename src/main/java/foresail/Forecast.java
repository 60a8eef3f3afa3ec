package foresail;

import foresail.config.ClusterFacts;
import foresail.config.ObjectName;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.graph.External;
import foresail.graph.Graph;
import foresail.graph.GraphInput;
import foresail.model.KubernetesObject;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.simulation.Cluster;
import foresail.simulation.Plan;
import foresail.simulation.PolicyRule;
import foresail.simulation.Run;
import foresail.simulation.Simulation;
import foresail.simulation.UpdateRule;
import foresail.simulation.facts.Assumption;
import foresail.simulation.kernel.Jitter;
import foresail.source.Manifest;
import foresail.source.Node;
import foresail.source.ObjectId;
import foresail.source.Origin;
import foresail.source.Problem;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The way from manifests to a run: what `foresail predict` does before it prints. */
public final class Forecast {
  private final KnownKinds kinds;
  private final Release release;
  private Inspection inspection;
  private final SourceReader reader;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Run.Refused> refused = new ArrayList<>();

  /** The manifests of objects, without the server's defaults. */
  private final Map<Node, Manifest> written = new IdentityHashMap<>();

  /**
   * A run, and what could not be read for it.
   *
   * @param graph of all that is applied at any time, and what the cluster holds before
   * @param problems of the files' texts; what they say is left out
   */
  public record Outcome(Run run, Graph graph, List<Problem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  private Forecast(Schema schema) {
    this.release = schema.release();
    this.kinds = new KnownKinds(schema);
    this.inspection = new Inspection(schema, release);
    this.reader = new SourceReader(ReadOptions.standard());
  }

  /** Simulates a scenario on a cluster. */
  public static Run run(ClusterFacts facts, Scenario scenario, Jitter jitter) {
    return of(facts, scenario, jitter, External.NONE).run();
  }

  /**
   * Simulates a scenario on a cluster; files that cannot be read count as empty.
   *
   * @param elsewhere what exists beside the inputs and the facts
   */
  public static Outcome of(
      ClusterFacts facts, Scenario scenario, Jitter jitter, External elsewhere) {
    return prepared(facts, scenario, elsewhere).run(jitter);
  }

  /** Reads what a scenario and a cluster name, once for any number of runs. */
  public static Prepared prepared(ClusterFacts facts, Scenario scenario, External elsewhere) {
    Release release = facts.kubernetes().flatMap(Release::parse).orElse(Release.DEFAULT);
    return prepared(facts, scenario, elsewhere, Schema.of(release));
  }

  /**
   * The same on a server that knows more.
   *
   * @param schema of the facts' release, and custom resources that are defined elsewhere
   */
  public static Prepared prepared(
      ClusterFacts facts, Scenario scenario, External elsewhere, Schema schema) {
    var forecast = new Forecast(schema);
    List<KubernetesObject> existing = forecast.existing(facts.objects());
    Plan plan = forecast.plan(scenario, Jitter.MEDIAN);
    Graph graph = forecast.graph(plan, existing, elsewhere);
    AssumedObjects assumed = AssumedObjects.of(graph, elsewhere, plan.namespace());
    List<KubernetesObject> before = new ArrayList<>(existing);
    before.addAll(forecast.standIns(assumed.text()));
    Cluster cluster =
        Surrounding.cluster(
            schema.release().minor(),
            facts,
            scenario.containers(),
            before,
            assumed.storageClasses(),
            (kind, namespace, name) -> elsewhere.has(kind, name));
    return new Prepared(
        cluster,
        plan,
        forecast::refusal,
        AppliedPolicies.of(graph, plan, schema.release().minor()),
        graph,
        forecast.refused,
        assumed.assumptions(),
        forecast.problems);
  }

  /** Everything that a run needs. May be run by many threads at once. */
  public record Prepared(
      Cluster cluster,
      Plan plan,
      UpdateRule updates,
      PolicyRule policies,
      Graph graph,
      List<Run.Refused> refused,
      List<Assumption> assumptions,
      List<Problem> problems) {
    public Prepared {
      refused = List.copyOf(refused);
      assumptions = List.copyOf(assumptions);
      problems = List.copyOf(problems);
    }

    /** Lets the cluster live, with chances of its own. */
    public Outcome run(Jitter jitter) {
      return run(jitter, unused -> {});
    }

    /**
     * Lets the cluster live, with chances of its own.
     *
     * @param watcher told the time in the cluster now and then
     */
    public Outcome run(Jitter jitter, Consumer<Duration> watcher) {
      Run run =
          StageFault.in(
              "simulation",
              () -> Simulation.run(cluster, plan.withJitter(jitter), updates, policies, watcher));
      return new Outcome(run.withRefused(refused).withAssumptions(assumptions), graph, problems);
    }

    /** What only the older version names, if there is one: it is left as it is. */
    public List<KubernetesObject> kept() {
      return Versions.of(plan).before();
    }
  }

  /** What the server says where an update changes what may not change. */
  private Optional<String> refusal(KubernetesObject stored, KubernetesObject applied) {
    List<Refusal> refusals =
        inspection.changes(stored.manifest(), written.get(applied.node()), List.of());
    return refusals.isEmpty() ? Optional.empty() : Optional.of(words(refusals));
  }

  /** All that the plan applies at any time, each by itself: no kustomization is applied. */
  private Graph graph(Plan plan, List<KubernetesObject> existing, External elsewhere) {
    var applied = new ArrayList<>(Versions.of(plan).told());
    return StageFault.in(
        "graph",
        () ->
            Graph.of(
                new GraphInput(applied, existing, elsewhere, List.of(), plan.namespace(), true)));
  }

  private List<KubernetesObject> standIns(String manifests) {
    return manifests.isEmpty()
        ? List.of()
        : existing(reader.readText("assumed", manifests).manifests());
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
        Plan.USUAL_STEP_LIMIT,
        scenario.prelude());
  }

  private Optional<foresail.simulation.Step> step(Step step) {
    if (step instanceof Step.Apply apply) {
      return Optional.of(
          new foresail.simulation.Step.Apply(
              apply.at(), applied(apply.at(), manifests(apply.files()))));
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
    return Simulation.deletable().stream().filter(object::isA).findFirst();
  }

  private List<Manifest> manifests(Origin files) {
    Sources sources = reader.read(files, InputStream.nullInputStream());
    problems.addAll(sources.problems());
    return sources.manifests();
  }

  private List<KubernetesObject> existing(List<Manifest> manifests) {
    return objects(Duration.ZERO, manifests, Set.of());
  }

  private List<KubernetesObject> applied(Duration at, List<Manifest> manifests) {
    return objects(at, manifests, kinds.tooEarly(manifests));
  }

  /**
   * Those that the server accepts; it tells of the others what is wrong with them.
   *
   * @param early the positions of those that come before their definition
   */
  private List<KubernetesObject> objects(
      Duration at, List<Manifest> manifests, Set<Integer> early) {
    inspection = new Inspection(kinds.after(manifests), release);
    var objects = new ArrayList<KubernetesObject>(manifests.size());
    List<Inspected> all = inspection.of(manifests, 1);
    for (int i = 0; i < all.size(); i++) {
      if (early.contains(i)) {
        refused.add(unknown(at, manifests.get(i).id()));
      } else if (all.get(i).refusals().isEmpty()) {
        objects.add(all.get(i).object());
        written.put(all.get(i).object().node(), manifests.get(i));
      } else {
        refused.add(refused(at, all.get(i)));
      }
    }
    return objects;
  }

  /** What kubectl says of an object whose definition is applied behind it. */
  private static Run.Refused unknown(Duration at, ObjectId id) {
    String message =
        "no matches for kind \""
            + id.kind()
            + "\" in version \""
            + id.apiVersion()
            + "\": ensure CRDs are installed first";
    return new Run.Refused(at, id.kind(), id.name(), "NotFound", message);
  }

  /** In the words that kubectl prints behind {@code The Pod "web" is invalid}. */
  private static Run.Refused refused(Duration at, Inspected inspected) {
    KubernetesObject object = inspected.object();
    return new Run.Refused(
        at, object.kind(), object.name(), "Invalid", words(inspected.refusals()));
  }

  private static String words(List<Refusal> refusals) {
    return String.join(
        "; ",
        refusals.stream()
            .map(
                refusal ->
                    refusal.reason() == Reason.BAD_REQUEST || refusal.path().isEmpty()
                        ? refusal.message()
                        : refusal.path() + ": " + refusal.message())
            .toList());
  }
}
