package foresail.config;

import foresail.notation.Quantity;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ObjectId;
import foresail.source.ScalarNode;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads cluster facts: a file of its own form, or objects as {@code kubectl get -o yaml} prints
 * them.
 */
public final class ClusterFactsReader {
  private static final Map<String, ImageFacts.Pull> PULLS = new LinkedHashMap<>();

  static {
    PULLS.put("ok", ImageFacts.Pull.OK);
    PULLS.put("absent", ImageFacts.Pull.ABSENT);
    PULLS.put("unreachable", ImageFacts.Pull.UNREACHABLE);
  }

  private final Path path;
  private final FactsFile file;

  private ClusterFactsReader(Path path, FactsFile file) {
    this.path = path;
    this.file = file;
  }

  /** Reads a file; names of files in it are relative to it. */
  public static Loaded<ClusterFacts> read(Path path) {
    return new ClusterFactsReader(path, FactsFile.read(path)).read();
  }

  /** What the program itself knows of images. */
  static ClusterFacts readOwn(InputStream text) {
    return new ClusterFactsReader(Path.of("images.yaml"), FactsFile.read(text))
        .read()
        .value()
        .orElseThrow();
  }

  private Loaded<ClusterFacts> read() {
    List<Manifest> manifests = file.sources().manifests();
    ClusterFacts facts =
        manifests.isEmpty()
            ? file.only().map(this::facts).orElse(ClusterFacts.UNKNOWN)
            : ObjectsAsFacts.of(manifests);
    return file.loaded(facts);
  }

  private ClusterFacts facts(Fields fields) {
    ClusterFacts facts =
        new ClusterFacts(
            fields.text("kubernetes"),
            fields.list("nodes", ClusterFactsReader::node),
            fields.list("images", ClusterFactsReader::image).orElse(List.of()),
            fields.list("storageClasses", ClusterFactsReader::storageClass),
            fields.bool("dns").orElse(true),
            fields.bool("serviceRouting").orElse(true),
            objects(fields),
            fields.fields("timings").map(ClusterFactsReader::timings).orElse(Timings.USUAL));
    fields.end();
    return facts;
  }

  private static NodeFacts node(Fields fields) {
    String name = fields.required(fields.text("name"), "name", "");
    Map<String, String> labels = fields.textMap("labels");
    List<NodeFacts.Taint> taints =
        fields.list("taints", ClusterFactsReader::taint).orElse(List.of());
    boolean unschedulable = fields.bool("unschedulable").orElse(false);
    Map<String, Quantity> allocatable = new LinkedHashMap<>();
    for (String resource : List.of("cpu", "memory", "ephemeral-storage", "pods")) {
      quantity(fields, resource).ifPresent(amount -> allocatable.put(resource, amount));
    }
    for (MappingNode.Entry entry : fields.entries()) {
      // Extended resources and huge pages are named as in a container's limits.
      if (entry.name().contains("/") || entry.name().startsWith("hugepages-")) {
        quantity(fields, entry.name()).ifPresent(amount -> allocatable.put(entry.name(), amount));
      }
    }
    fields.end();
    return new NodeFacts(name, allocatable, labels, taints, unschedulable);
  }

  private static Optional<Quantity> quantity(Fields fields, String resource) {
    return fields.scalar(
        resource, "an amount such as 2, 500m or 8Gi", value -> Quantity.parse(value.written()));
  }

  private static NodeFacts.Taint taint(Fields fields) {
    Map<String, String> effects = new LinkedHashMap<>();
    List.of("NoSchedule", "PreferNoSchedule", "NoExecute").forEach(word -> effects.put(word, word));
    NodeFacts.Taint taint =
        new NodeFacts.Taint(
            fields.required(fields.text("key"), "key", ""),
            fields.text("value").orElse(""),
            fields.required(fields.word("effect", effects), "effect", ""));
    fields.ignoring("timeAdded").end();
    return taint;
  }

  private static ImageFacts image(Fields fields) {
    ImageFacts facts =
        new ImageFacts(
            ImagePattern.of(fields.required(fields.text("match"), "match", "")),
            fields.word("pull", PULLS).orElse(ImageFacts.Pull.OK),
            fields.bool("present").orElse(false),
            fields.text("user"),
            fields.value("entrypoint").map(written -> fields.texts("entrypoint")),
            fields.value("command").map(written -> fields.texts("command")),
            fields.fields("needs").map(BehaviourReader::needs),
            fields.bool("shell").orElse(true),
            BehaviourReader.read(fields),
            fields.text("source"));
    fields.end();
    return facts;
  }

  private static StorageClassFacts storageClass(Fields fields) {
    Map<String, Boolean> modes = new LinkedHashMap<>();
    modes.put("Immediate", false);
    modes.put("WaitForFirstConsumer", true);
    StorageClassFacts facts =
        new StorageClassFacts(
            fields.required(fields.text("name"), "name", ""),
            fields.bool("default").orElse(false),
            fields.word("volumeBindingMode", modes).orElse(false),
            binds(fields));
    fields.end();
    return facts;
  }

  private static Optional<Duration> binds(Fields fields) {
    boolean never =
        fields
            .value("binds")
            .filter(value -> value instanceof ScalarNode text && text.written().equals("never"))
            .isPresent();
    return never
        ? Optional.empty()
        : Optional.of(fields.duration("binds").orElse(StorageClassFacts.USUAL_BINDING));
  }

  private static Timings timings(Fields fields) {
    Timings timings =
        new Timings(
            fields.duration("pull").orElse(Timings.USUAL.pull()),
            fields.duration("sandbox").orElse(Timings.USUAL.sandbox()),
            fields.duration("create").orElse(Timings.USUAL.create()),
            fields.duration("start").orElse(Timings.USUAL.start()));
    fields.end();
    return timings;
  }

  /** Each item is an object, or the name of a file with objects. */
  private List<Manifest> objects(Fields fields) {
    List<Manifest> objects = new ArrayList<>();
    Optional<Node> list = fields.value("objects").flatMap(any -> file.asManifest("objects"));
    if (list.isPresent()) {
      for (Node item : fields.each(list.get(), "objects", node -> node)) {
        if (item instanceof MappingNode root) {
          objects.add(new Manifest(id(root), 0, root, List.of()));
        } else if (item instanceof ScalarNode name) {
          FactsFile other = FactsFile.read(path.resolveSibling(name.written()));
          file.problems().addAll(other.problems());
          objects.addAll(other.sources().manifests());
        } else {
          fields.wrong(item.span(), "\"objects\" holds objects and names of files");
        }
      }
    }
    return objects;
  }

  private static ObjectId id(MappingNode root) {
    return new ObjectId(
        root.string("apiVersion").orElse(""),
        root.string("kind").orElse(""),
        root.get("metadata").flatMap(metadata -> metadata.string("namespace")).orElse(""),
        root.get("metadata").flatMap(metadata -> metadata.string("name")).orElse(""));
  }
}
