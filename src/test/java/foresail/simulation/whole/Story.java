package foresail.simulation.whole;

import foresail.Forecast;
import foresail.config.ClusterFacts;
import foresail.config.ClusterFactsReader;
import foresail.config.ObjectName;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.prediction.EventLine;
import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.prediction.WorkloadPrediction;
import foresail.simulation.Run;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Jitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of the whole simulator on the node of the recordings: manifests and steps in, the rows of
 * {@code kubectl get pods -w} out.
 */
final class Story {
  static final String NODE =
      """
      nodes:
      - {name: node-1, cpu: 2, memory: 24Gi, pods: 110, labels: {kubernetes.io/hostname: node-1}}
      """;

  private static final String REST =
      """
      kubernetes: "1.36"
      images:
      - {match: "absent:*", pull: absent}
      - {match: "busybox:*", present: true, user: root, command: [sh]}
      storageClasses: []
      timings: {pull: 0s, sandbox: 0.4s, create: 0.1s, start: 0.1s}
      """;

  /** Ends politely and at once when it is told to. */
  static final String SERVER = "trap 'exit 0' TERM; while true; do sleep 0.2; done";

  private final Path folder;
  private final List<Step> steps = new ArrayList<>();
  private String nodes = NODE;
  private Prediction prediction;
  private Run run;

  Story(Path folder) {
    this.folder = folder;
  }

  /**
   * @param facts the {@code nodes} of a facts file
   */
  Story on(String facts) {
    nodes = facts;
    return this;
  }

  Story apply(double at, String... yaml) {
    steps.add(
        new Step.Apply(
            seconds(at), List.of(write("step-" + steps.size(), String.join("\n---\n", yaml)))));
    return this;
  }

  /**
   * @param object {@code pod/p}
   */
  Story delete(double at, String object) {
    String[] parts = object.split("/", 2);
    steps.add(new Step.Delete(seconds(at), new ObjectName(parts[0], parts[1])));
    return this;
  }

  Story until(double end) {
    ClusterFacts facts =
        ClusterFactsReader.read(write("cluster", nodes + REST)).value().orElseThrow();
    var scenario =
        new Scenario(
            Optional.empty(), Optional.of(seconds(end)), Optional.empty(), steps, List.of());
    run = Forecast.run(facts, scenario, Jitter.MEDIAN);
    prediction = Prediction.of(run);
    return this;
  }

  Run run() {
    return run;
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** The names of all pods, in the order of their creation. */
  List<String> pods() {
    return prediction.pods().stream().map(PodPrediction::name).toList();
  }

  private PodPrediction pod(String name) {
    return prediction.pods().stream()
        .filter(pod -> pod.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no pod " + name + " among " + pods()));
  }

  /** {@code 0/1 Pending, 1/1 Running r2}: the rows of a pod without their times. */
  String rows(String name) {
    return String.join(
        ", ",
        pod(name).rows().stream()
            .map(
                row ->
                    (row.cells().ready() + " " + row.cells().status()).strip()
                        + (row.cells().restarts() > 0 ? " r" + row.cells().restarts() : ""))
            .toList());
  }

  /** {@code 0.0 Pending, 0.6 Running}: the words of a pod with their times. */
  String times(String name) {
    return String.join(
        ", ",
        pod(name).rows().stream()
            .map(
                row ->
                    String.format(
                        Locale.ROOT, "%.1f %s", row.at().toMillis() / 1e3, row.cells().status()))
            .toList());
  }

  /** The node that a pod has at the end; empty for none. */
  String node(String name) {
    String node = "";
    for (Run.Change change : run.changes()) {
      if (change.object() instanceof Pod pod && pod.name().equals(name)) {
        node = pod.nodeName();
      }
    }
    return node;
  }

  /** {@code Reason: message} of a pod's Events of one reason. */
  List<String> events(String name, String reason) {
    return messages(pod(name).events(), reason);
  }

  /** The messages of all Events of one reason about objects of a kind. */
  List<String> told(String kind, String reason) {
    return prediction.workloads().stream()
        .filter(workload -> workload.kind().equals(kind))
        .map(WorkloadPrediction::events)
        .flatMap(events -> messages(events, reason).stream())
        .toList();
  }

  private static List<String> messages(List<EventLine> events, String reason) {
    return events.stream()
        .filter(event -> event.reason().equals(reason))
        .map(EventLine::message)
        .toList();
  }

  List<String> refused() {
    return run.refused().stream().map(Run.Refused::message).toList();
  }

  static String pod(String name, String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: %s}, spec: {%s, containers: [%s]}}"
        .formatted(name, spec, container(""));
  }

  static String container(String more) {
    return "{name: a, image: 'busybox:1.36', command: [sh, -c, \"" + SERVER + "\"]" + more + "}";
  }

  /**
   * @param spec what stands before the template: {@code replicas: 2}
   * @param podSpec what stands before its containers
   */
  static String workload(String kind, String name, String spec, String podSpec, String container) {
    return """
    apiVersion: apps/v1
    kind: %s
    metadata: {name: %s}
    spec:
      %s
      selector: {matchLabels: {app: %s}}
      template: {metadata: {labels: {app: %s}}, spec: {%s, containers: [%s]}}
    """
        .formatted(kind, name, spec, name, name, podSpec, container);
  }
}
