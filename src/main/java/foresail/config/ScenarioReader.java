package foresail.config;

import foresail.source.Node;
import foresail.source.ScalarNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads scenarios. */
public final class ScenarioReader {
  private static final List<String> VERBS = List.of("apply", "delete", "stop", "start");

  private final Path path;

  private ScenarioReader(Path path) {
    this.path = path;
  }

  /** Reads a file; names of files in it are relative to it. */
  public static Loaded<Scenario> read(Path path) {
    FactsFile file = FactsFile.read(path);
    ScenarioReader reader = new ScenarioReader(path);
    Scenario scenario =
        file.only()
            .map(reader::scenario)
            .orElse(
                new Scenario(
                    Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of()));
    return file.loaded(scenario);
  }

  private Scenario scenario(Fields fields) {
    Scenario scenario =
        new Scenario(
            fields.text("namespace"),
            fields.duration("until"),
            fields.scalar(
                "start", "a moment such as 2026-11-20T23:31:10Z", ScenarioReader::instant),
            steps(fields),
            BehaviourReader.containers(fields));
    fields.end();
    return scenario;
  }

  private static Optional<Instant> instant(ScalarNode text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.written()).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private List<Step> steps(Fields fields) {
    List<Step> steps = new ArrayList<>();
    fields.list("steps", this::step).orElse(List.of()).forEach(steps::addAll);
    steps.sort(Comparator.comparing(Step::at)); // stable: steps of one time stay as written
    return steps;
  }

  /** One item of the list; what it names together happens together. */
  private List<Step> step(Fields fields) {
    Duration at = fields.required(fields.duration("at"), "at", Duration.ZERO);
    List<Step> steps = new ArrayList<>();
    List<String> files = fields.texts("apply");
    if (!files.isEmpty()) {
      steps.add(new Step.Apply(at, files.stream().map(path::resolveSibling).toList()));
    }
    for (ObjectName object : objects(fields, "delete")) {
      steps.add(new Step.Delete(at, object));
    }
    for (String node : nodes(fields, "stop")) {
      steps.add(new Step.StopNode(at, node));
    }
    for (String node : nodes(fields, "start")) {
      steps.add(new Step.StartNode(at, node));
    }
    fields.end();
    if (fields.entries().stream().noneMatch(entry -> VERBS.contains(entry.name()))) {
      fields.wrong(fields.span(), "the step does nothing; it needs apply, delete, stop or start");
    }
    return steps;
  }

  private static List<ObjectName> objects(Fields fields, String key) {
    List<ObjectName> objects = new ArrayList<>();
    for (String text : fields.texts(key)) {
      int slash = text.indexOf('/');
      if (slash > 0 && slash < text.length() - 1 && text.indexOf('/', slash + 1) < 0) {
        objects.add(new ObjectName(text.substring(0, slash), text.substring(slash + 1)));
      } else {
        wrong(fields, key, "\"" + key + "\" should name an object such as pod/p");
      }
    }
    return objects;
  }

  private static List<String> nodes(Fields fields, String key) {
    List<String> nodes = new ArrayList<>();
    for (ObjectName object : objects(fields, key)) {
      if (object.isA("Node")) {
        nodes.add(object.name());
      } else {
        wrong(fields, key, "only a node can " + key + ", such as node/node-1");
      }
    }
    return nodes;
  }

  private static void wrong(Fields fields, String key, String message) {
    fields.wrong(fields.value(key).map(Node::span).orElse(fields.span()), message);
  }
}
