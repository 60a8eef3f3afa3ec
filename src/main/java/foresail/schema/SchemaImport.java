package foresail.schema;

import foresail.source.MappingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
      # Made by foresail schema import, never edited. Lines: kind APIVERSION KIND RELEASES RESOURCE SCOPE TYPE; type NAME RELEASES FIELDS; custom TYPE RELEASES SCHEMA.
      # Fields: s string, b bool, i int32, l int64, d double, y base64, q quantity, t time, u time with microseconds, p int or string, x anything,
      # [T] list, <T> map, @NAME another type, {a:T,b:T} struct, {*,a:T} one that lets other fields through.
      """;

  /** Words before the range, to words behind it, to the releases that have both. */
  private final NavigableMap<String, NavigableMap<String, TreeSet<Integer>>> lines =
      new TreeMap<>();

  private final Definitions definitions = new Definitions();

  /**
   * Adds what a document describes: a release, or a custom resource.
   *
   * @return what is wrong with the document; empty where it was added
   */
  public Optional<String> add(MappingNode document) {
    if (Definitions.isDefinition(document)) {
      definitions.add(document);
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
    if (!(document.get("definitions").orElse(null) instanceof MappingNode types)) {
      return Optional.of("no definitions: expected the output of kubectl get --raw /openapi/v2");
    }
    TypeWriter writer = TypeWriter.ofDefinitions(types);
    int minor = release.get().minor();
    for (ServedKind kind : kinds(document)) {
      put("kind " + kind.apiVersion() + " " + kind.kind(), minor, kind.words(writer));
    }
    for (Map.Entry<String, String> type : writer.used().entrySet()) {
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
    sorted.addAll(definitions.kindLines());
    sorted.addAll(definitions.schemaLines());
    sorted.sort(null);
    StringBuilder text = new StringBuilder(HEADER);
    sorted.forEach(line -> text.append(line).append('\n'));
    return text.toString();
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
