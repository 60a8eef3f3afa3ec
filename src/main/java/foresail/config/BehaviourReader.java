package foresail.config;

import foresail.source.MappingNode;
import foresail.source.ScalarNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a container does: the same keys for images and for containers. */
final class BehaviourReader {
  private static final int MOST_PORT = 65_535;
  private static final int MOST_EXIT_CODE = 255;

  private BehaviourReader() {}

  /** Reads {@code starts}, {@code serves}, {@code exits} and {@code stops}. */
  static Behaviour read(Fields fields) {
    return new Behaviour(
        fields.duration("starts"),
        fields.fields("serves").map(BehaviourReader::ports).orElse(Map.of()),
        fields.fields("exits").map(BehaviourReader::exit),
        fields.fields("stops").map(BehaviourReader::exit));
  }

  private static Map<Integer, Behaviour.Served> ports(Fields serves) {
    Map<Integer, Behaviour.Served> ports = new LinkedHashMap<>();
    for (MappingNode.Entry entry : serves.others()) {
      Optional<Integer> port =
          Fields.integer(entry.name()).filter(number -> number >= 1 && number <= MOST_PORT);
      if (port.isPresent()) {
        ports.put(port.get(), served(serves.below(entry.value())));
      } else {
        serves.wrong(entry.key().span(), "\"" + entry.name() + "\" should be a port");
      }
    }
    return ports;
  }

  /** {@code {after: 8s}}, {@code {"/": 200}}, or both. */
  private static Behaviour.Served served(Fields port) {
    Duration after = port.duration("after").orElse(Duration.ZERO);
    Map<String, Integer> paths = new LinkedHashMap<>();
    for (MappingNode.Entry entry : port.entries()) {
      if (entry.name().startsWith("/")) {
        port.integer(entry.name(), 100, 599).ifPresent(status -> paths.put(entry.name(), status));
      }
    }
    port.end();
    return new Behaviour.Served(after, paths);
  }

  private static Behaviour.Exit exit(Fields exit) {
    Behaviour.Exit read =
        new Behaviour.Exit(
            exit.duration("after").orElse(Duration.ZERO),
            exit.integer("code", 0, MOST_EXIT_CODE).orElse(0));
    exit.end();
    return read;
  }

  /** {@code {env: [A, B], code: 1, after: 1s}}. */
  static ImageFacts.Needs needs(Fields needs) {
    List<String> variables = needs.texts("env");
    return new ImageFacts.Needs(variables, exit(needs));
  }

  /** Containers with what is known of them; the key {@code containers} of several files. */
  static List<ContainerFacts> containers(Fields fields) {
    return fields.list("containers", BehaviourReader::container).orElse(List.of());
  }

  private static ContainerFacts container(Fields fields) {
    Optional<ContainerPattern> match =
        fields.scalar(
            "match", "KIND/NAME/CONTAINER, such as Deployment/web/app", BehaviourReader::pattern);
    ContainerFacts facts =
        new ContainerFacts(
            fields.required(match, "match", ContainerPattern.NONE), BehaviourReader.read(fields));
    fields.end();
    return facts;
  }

  private static Optional<ContainerPattern> pattern(ScalarNode text) {
    String[] parts = text.written().split("/", -1);
    return parts.length == 3 && List.of(parts).stream().noneMatch(String::isEmpty)
        ? Optional.of(
            new ContainerPattern(new Glob(parts[0]), new Glob(parts[1]), new Glob(parts[2])))
        : Optional.empty();
  }
}
