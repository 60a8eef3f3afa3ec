package foresail.schema;

import foresail.source.KnownNames;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ObjectId;
import foresail.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of one release. */
public final class Kinds implements KnownNames {
  private final List<SchemaText> texts;
  private final Release release;

  /** By apiVersion, then by name: those that were asked for and are served. */
  private final Map<String, Map<String, Optional<Kind>>> known = new ConcurrentHashMap<>();

  private final Map<String, Boolean> groups = new ConcurrentHashMap<>();
  private Map<String, List<Kind>> allByName;

  Kinds(List<SchemaText> texts, Release release) {
    this.texts = texts;
    this.release = release;
  }

  /** The kind of this apiVersion and name; empty where the release does not serve it. */
  public Optional<Kind> find(String apiVersion, String kind) {
    Map<String, Optional<Kind>> ofVersion = known.get(apiVersion);
    Optional<Kind> found = ofVersion == null ? null : ofVersion.get(kind);
    return found != null ? found : look(apiVersion, kind);
  }

  private Optional<Kind> look(String apiVersion, String kind) {
    Optional<String> words = Optional.empty();
    for (int i = 0; i < texts.size() && words.isEmpty(); i++) {
      words = texts.get(i).find("kind " + apiVersion + " " + kind, release);
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<Kind> found = Optional.of(read(apiVersion, kind, words.get()));
    Map<String, Optional<Kind>> fresh = new ConcurrentHashMap<>();
    Map<String, Optional<Kind>> ofVersion = known.putIfAbsent(apiVersion, fresh);
    (ofVersion == null ? fresh : ofVersion).put(kind, found);
    return found;
  }

  private static Kind read(String apiVersion, String name, String words) {
    int scope = words.indexOf(' ');
    int type = words.indexOf(' ', scope + 1);
    boolean namespaced = words.startsWith("namespaced", scope + 1);
    return new Kind(
        apiVersion, name, words.substring(0, scope), namespaced, words.substring(type + 1));
  }

  /** All kinds of this name, whatever their group. */
  public List<Kind> named(String kind) {
    return allByName().getOrDefault(kind, List.of());
  }

  /** The apiVersions in which definitions serve a custom resource; empty where none does. */
  List<String> customVersions(String group, String kind) {
    if (texts.size() == 1) {
      return List.of();
    }
    return named(kind).stream()
        .filter(known -> known.group().equals(group) && known.isCustom())
        .map(Kind::apiVersion)
        .toList();
  }

  /** All kinds that the release serves, in the order of their apiVersions and names. */
  public List<Kind> all() {
    Map<String, Kind> kinds = new TreeMap<>();
    for (SchemaText text : texts) {
      for (String line : text.all("kind")) {
        int name = line.indexOf(' ');
        int range = line.indexOf(' ', name + 1);
        SchemaText.Line split = SchemaText.split(line.substring(range + 1));
        if (split.holdsIn(release)) {
          kinds.putIfAbsent(
              line.substring(0, range),
              read(line.substring(0, name), line.substring(name + 1, range), split.rest()));
        }
      }
    }
    return List.copyOf(kinds.values());
  }

  /** What the release makes of the manifest's apiVersion and kind. */
  public Recognition recognise(Manifest manifest) {
    ObjectId id = manifest.id();
    Optional<Kind> kind = find(id.apiVersion(), id.kind());
    if (kind.isPresent()) {
      return new Recognition.Served(kind.get());
    }
    return new UnservedKind(this, manifest).recognise();
  }

  @Override
  public boolean isBuiltInKind(String kind) {
    return !named(kind).isEmpty() || RetiredVersion.all().anyMatch(row -> row.kind().equals(kind));
  }

  @Override
  public boolean isBuiltInApiVersion(String apiVersion) {
    return all().stream().anyMatch(kind -> kind.apiVersion().equals(apiVersion))
        || RetiredVersion.all().anyMatch(row -> row.apiVersion().equals(apiVersion));
  }

  /** What comes with Foresail; the others are of users. */
  private SchemaText builtIn() {
    return texts.get(texts.size() - 1);
  }

  Release release() {
    return release;
  }

  /** Whether Kubernetes itself owns the group: some bundled release serves it, or did once. */
  boolean isBuiltIn(String group) {
    return groups.computeIfAbsent(
        group,
        name -> {
          String start = name.isEmpty() ? "v1 " : name + "/";
          return builtIn().all("kind").stream().anyMatch(line -> line.startsWith(start))
              || RetiredVersion.knowsGroup(name);
        });
  }

  /** The first release that serves it, where that is a later one. */
  Optional<Release> servedLater(String apiVersion, String kind) {
    return builtIn().all("kind " + apiVersion + " " + kind).stream()
        .map(line -> new Release(SchemaText.split(line).first()))
        .filter(first -> first.compareTo(release) > 0)
        .findFirst();
  }

  /** Names to kinds, for messages about unknown ones. */
  synchronized Map<String, List<Kind>> allByName() {
    if (allByName == null) {
      allByName = new HashMap<>();
      for (Kind kind : all()) {
        allByName.computeIfAbsent(kind.name(), name -> new ArrayList<>()).add(kind);
      }
    }
    return allByName;
  }

  /** The value of a top-level field, where it is text. */
  static Optional<ScalarNode> scalar(MappingNode root, String key) {
    Optional<Node> node = root.get(key);
    return node.filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
  }
}
