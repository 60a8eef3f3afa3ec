package foresail.simulation.kubelet;

import foresail.Forecast;
import foresail.config.ClusterFacts;
import foresail.config.ClusterFactsReader;
import foresail.config.Scenario;
import foresail.config.ScenarioReader;
import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import foresail.simulation.kernel.Jitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens to pods on one quiet node: the manifests, what is done to them, what is seen. */
final class Story {
  private static final String CLUSTER =
      """
      kubernetes: "1.36"
      nodes: [{name: node-1, cpu: 4, memory: 8Gi, pods: 110}]
      images:
      - {match: "absent:*", pull: absent}
      - {match: "busybox:*", present: true, user: root, command: [sh]}
      - {match: "server:*", present: true, user: root, serves: {80: {"/": 200}}, stops: {after: 0s, code: 0}}
      timings: {pull: 0s, sandbox: 0.4s, create: 0.1s, start: 0.1s}
      """;

  /** A shell that ends 0.2 s after SIGTERM at the latest. */
  static final String POLITE = "trap 'exit 0' TERM; while true; do sleep 0.2; done";

  private final Path folder;
  private final StringBuilder scenario = new StringBuilder();
  private final StringBuilder more = new StringBuilder();
  private String facts = CLUSTER;
  private int files;

  private Story() {
    try {
      folder = Files.createTempDirectory("story");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    scenario.append("steps:\n");
  }

  /** Applies manifests at 0 s. */
  static Story of(String manifests) {
    return new Story().apply("0s", manifests);
  }

  /** A pod {@code p} with one container {@code a} that runs a shell script. */
  static Story ofScript(String script, String containerFields, String podFields) {
    return of(pod(script, containerFields, podFields));
  }

  /** The manifest of {@link #ofScript}. */
  static String pod(String script, String containerFields, String podFields) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n"
        + podFields.stripTrailing().indent(2)
        + "  containers:\n"
        + "  - name: a\n"
        + "    image: busybox:1.36\n"
        + "    command:\n"
        + "    - sh\n"
        + "    - -c\n"
        + "    - |\n"
        + script.stripTrailing().indent(6)
        + containerFields.stripTrailing().indent(4);
  }

  Story apply(String at, String manifests) {
    String file = "step-" + files++ + ".yaml";
    write(file, manifests);
    scenario.append("- {at: " + at + ", apply: [" + file + "]}\n");
    return this;
  }

  Story delete(String at, String object) {
    scenario.append("- {at: " + at + ", delete: " + object + "}\n");
    return this;
  }

  Story stopNode(String at) {
    scenario.append("- {at: " + at + ", stop: node/node-1}\n");
    return this;
  }

  Story startNode(String at) {
    scenario.append("- {at: " + at + ", start: node/node-1}\n");
    return this;
  }

  Story until(String end) {
    more.append("until: " + end + "\n");
    return this;
  }

  /** More of the scenario file, such as what containers do. */
  Story with(String lines) {
    more.append(lines);
    return this;
  }

  /** Other facts of the cluster than the usual node. */
  Story on(String cluster) {
    facts = cluster;
    return this;
  }

  /** All that happens. */
  Prediction tell() {
    write("cluster.yaml", facts);
    write("scenario.yaml", scenario + more.toString());
    ClusterFacts known =
        ClusterFactsReader.read(folder.resolve("cluster.yaml")).value().orElseThrow();
    Scenario read = ScenarioReader.read(folder.resolve("scenario.yaml")).value().orElseThrow();
    Prediction prediction = Prediction.of(Forecast.run(known, read, Jitter.MEDIAN));
    remove();
    return prediction;
  }

  /** What becomes of pod {@code p}. */
  PodPrediction pod() {
    return tell().pods().stream()
        .filter(pod -> pod.name().equals("p"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no pod p"));
  }

  /** The rows of pod {@code p}, one a line: {@code 0/1 Pending 0}. */
  String rows() {
    return rows(pod());
  }

  static String rows(PodPrediction pod) {
    var lines = new StringBuilder();
    for (Row row : pod.rows()) {
      lines.append(row.cells().ready().isEmpty() ? "" : row.cells().ready() + " ");
      lines.append(row.cells().status());
      lines.append(row.cells().status().equals("(deleted)") ? "" : " " + row.cells().restarts());
      lines.append('\n');
    }
    return lines.toString();
  }

  /** Seconds until a row with this status first shows; empty where it never does. */
  static Optional<Double> first(PodPrediction pod, String status, int restarts) {
    return pod.rows().stream()
        .filter(row -> row.cells().status().equals(status) && row.cells().restarts() == restarts)
        .map(row -> row.at().toNanos() / 1e9)
        .findFirst();
  }

  /** Messages of a pod's Events of one reason. */
  static List<String> events(PodPrediction pod, String reason) {
    return pod.events().stream()
        .filter(event -> event.reason().equals(reason))
        .map(event -> event.message())
        .toList();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void remove() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
