package foresail.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Makes a schema file from what API servers publish, one document a release: {@code kubectl get
 * --raw /openapi/v2}, or its excerpt with {@code kubernetes}, {@code kinds} and {@code
 * definitions}.
 *
 * <p>Lines that several releases have in common are written once.
 */
public final class SchemaImport {
  /** Line without its range, as words before and words behind it, to the releases that have it. */
  private final NavigableMap<String, NavigableMap<String, TreeSet<Integer>>> lines =
      new TreeMap<>();

  /**
   * Adds one release.
   *
   * @return what is wrong with the document; empty where it was added
   */
  public Optional<String> add(JsonNode document) {
    Optional<Release> release =
        Release.read(document.path("kubernetes").stringValue(version(document)));
    if (release.isEmpty()) {
      return Optional.of("no release is named: expected an OpenAPI document with info.version");
    }
    JsonNode definitions = document.path("definitions");
    if (!definitions.isObject()) {
      return Optional.of("no definitions: expected the output of kubectl get --raw /openapi/v2");
    }
    List<ServedKind> kinds =
        document.has("kinds") ? ServedKind.listed(document) : ServedKind.fromPaths(document);
    TypeWriter types = new TypeWriter(definitions);
    int minor = release.get().minor();
    for (ServedKind kind : kinds) {
      put("kind " + kind.apiVersion() + " " + kind.kind(), minor, kind.words(types));
    }
    for (Map.Entry<String, String> type : types.used().entrySet()) {
      put("type " + type.getKey(), minor, type.getValue());
    }
    return Optional.empty();
  }

  private static String version(JsonNode document) {
    return document.path("info").path("version").stringValue("");
  }

  private void put(String before, int minor, String behind) {
    lines
        .computeIfAbsent(before, key -> new TreeMap<>())
        .computeIfAbsent(behind, key -> new TreeSet<>())
        .add(minor);
  }

  /** The schema file of everything that was added. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (before, variants) -> {
          List<String> ranged = new ArrayList<>();
          variants.forEach((behind, minors) -> ranges(minors, behind, ranged));
          ranged.sort(null);
          for (String line : ranged) {
            text.append(before).append(' ').append(line).append('\n');
          }
        });
    return text.toString();
  }

  /** The same as bytes of a file. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void ranges(TreeSet<Integer> minors, String behind, List<String> out) {
    int first = minors.first();
    int last = first;
    for (int minor : minors.tailSet(first, false)) {
      if (minor != last + 1) {
        out.add(range(first, last, behind));
        first = minor;
      }
      last = minor;
    }
    out.add(range(first, last, behind));
  }

  private static String range(int first, int last, String behind) {
    return "1." + first + "-1." + last + " " + behind;
  }
}
