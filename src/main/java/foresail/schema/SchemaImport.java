package foresail.schema;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a schema file from what API servers publish, one document a release: {@code kubectl get
 * --raw /openapi/v2}, or its excerpt with {@code kubernetes}, {@code kinds} and {@code
 * definitions}; and from CustomResourceDefinitions.
 *
 * <p>Lines that several releases have in common are written once.
 */
public final class SchemaImport {
  /** Sorts before all other lines. */
  private static final String HEADER =
      """
      # Made by foresail schema import, never edited. Lines: kind APIVERSION KIND RELEASES RESOURCE SCOPE TYPE; type NAME RELEASES FIELDS.
      # Fields: s string, b bool, i int32, l int64, d double, y base64, q quantity, t time, u time with microseconds, p int or string, x anything,
      # [T] list, <T> map, @NAME another type, {a:T,b!:T} struct whose b is required, {*,a:T} one that lets other fields through.
      """;

  /** Custom resources do not depend on the release. */
  private static final String ANY_RELEASE = "1.0-1.999 ";

  /** Words before the range, to words behind it, to the releases that have both. */
  private final NavigableMap<String, NavigableMap<String, TreeSet<Integer>>> lines =
      new TreeMap<>();

  private final NavigableMap<String, String> customLines = new TreeMap<>();

  private final Map<String, Node> customSchemas = new HashMap<>();

  /** Custom resources, as {@code acme.io/v1.Robot}, with definitions that differ. */
  private final Set<String> ambiguous = new TreeSet<>();

  /**
   * Adds what a document describes: a release, or a custom resource.
   *
   * @return what is wrong with the document; empty where it was added
   */
  public Optional<String> add(MappingNode document) {
    if (document.string("kind").orElse("").equals("CustomResourceDefinition")) {
      addCustomResource(document);
      return Optional.empty();
    }
    String version =
        document
            .string("kubernetes")
            .or(() -> document.get("info").flatMap(info -> info.string("version")))
            .orElse("");
    Optional<Release> release = Release.read(version);
    if (release.isEmpty()) {
      return Optional.of("no release is named: expected an OpenAPI document with info.version");
    }
    if (!(document.get("definitions").orElse(null) instanceof MappingNode definitions)) {
      return Optional.of("no definitions: expected the output of kubectl get --raw /openapi/v2");
    }
    TypeWriter types = TypeWriter.ofDefinitions(definitions);
    int minor = release.get().minor();
    for (ServedKind kind : kinds(document)) {
      put("kind " + kind.apiVersion() + " " + kind.kind(), minor, kind.words(types));
    }
    for (Map.Entry<String, String> type : types.used().entrySet()) {
      put("type " + type.getKey(), minor, type.getValue());
    }
    return Optional.empty();
  }

  private static List<ServedKind> kinds(MappingNode document) {
    if (document.get("kinds").orElse(null) instanceof MappingNode kinds) {
      return ServedKind.listed(kinds);
    }
    return document.get("paths").orElse(null) instanceof MappingNode paths
        ? ServedKind.fromPaths(paths)
        : List.of();
  }

  /** A definition without a usable schema allows everything and adds nothing. */
  private void addCustomResource(MappingNode definition) {
    String group = definition.at("spec").flatMap(s -> s.string("group")).orElse("");
    String kind = definition.at("spec", "names").flatMap(n -> n.string("kind")).orElse("");
    String plural = definition.at("spec", "names").flatMap(n -> n.string("plural")).orElse("");
    String scope = definition.at("spec").flatMap(s -> s.string("scope")).orElse("");
    if (!(definition.at("spec", "versions").orElse(null) instanceof SequenceNode versions)
        || !areWords(group, kind, plural)) {
      return;
    }
    for (Node version : versions.items()) {
      String name = version.string("name").orElse("");
      boolean served =
          version.get("served").orElse(null) instanceof ScalarNode s && s.text().equals("true");
      Node schema = version.at("schema", "openAPIV3Schema").orElse(null);
      if (served && areWords(name) && schema instanceof MappingNode mapping) {
        String apiVersion = group + "/" + name;
        String type = apiVersion + "." + kind;
        String namespaced = scope.equals("Cluster") ? " cluster " : " namespaced ";
        putCustom("kind " + apiVersion + " " + kind, plural + namespaced + type);
        putCustom("type " + type, TypeWriter.ofCustomResource(mapping));
        customSchemas.put(type, mapping);
      }
    }
  }

  /** Of two definitions that differ nobody knows which one holds: none does. */
  private void putCustom(String before, String behind) {
    String other = customLines.putIfAbsent(before, behind);
    if (other != null && !other.equals(behind)) {
      ambiguous.add(before.substring(before.indexOf(' ') + 1).replace(' ', '.'));
    }
  }

  private static boolean areWords(String... texts) {
    for (String text : texts) {
      if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
        return false;
      }
    }
    return true;
  }

  private void put(String before, int minor, String behind) {
    lines
        .computeIfAbsent(before, key -> new TreeMap<>())
        .computeIfAbsent(behind, key -> new TreeSet<>())
        .add(minor);
  }

  /** The schema file of everything that was added. */
  public String text() {
    List<String> sorted = new ArrayList<>();
    lines.forEach(
        (before, variants) ->
            variants.forEach((behind, minors) -> ranges(before, minors, behind, sorted)));
    customLines.forEach(
        (before, behind) -> {
          String name = before.substring(before.indexOf(' ') + 1).replace(' ', '.');
          if (!ambiguous.contains(name)) {
            sorted.add(before + " " + ANY_RELEASE + behind);
          }
        });
    sorted.sort(null);
    StringBuilder text = new StringBuilder(HEADER);
    sorted.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The schemas of custom resources, by the names of their types, for the rules about values. */
  Map<String, Node> customSchemas() {
    return customSchemas;
  }

  /** Whether these are the bytes of a file that this class made. */
  static boolean made(byte[] file) {
    int length = Math.min(file.length, HEADER.length());
    return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(HEADER);
  }

  /** The same as bytes of a file. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void ranges(
      String before, TreeSet<Integer> minors, String behind, List<String> out) {
    int first = minors.first();
    int last = first;
    for (int minor : minors.tailSet(first, false)) {
      if (minor != last + 1) {
        out.add(line(before, first, last, behind));
        first = minor;
      }
      last = minor;
    }
    out.add(line(before, first, last, behind));
  }

  private static String line(String before, int first, int last, String behind) {
    return before + " 1." + first + "-1." + last + " " + behind;
  }
}
