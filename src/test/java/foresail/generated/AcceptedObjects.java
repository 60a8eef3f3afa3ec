package foresail.generated;

import foresail.schema.Objects;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.validation.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Objects that a real API server judged, and such of our own: those of the tests, and recorded ones
 * where they lie beside the project.
 */
final class AcceptedObjects {
  private static final Path SHARED = Path.of("../shared");

  private AcceptedObjects() {}

  /** Our own: they are there on every machine. */
  static List<Manifest> own() throws IOException {
    List<Manifest> own = new ArrayList<>(read(Path.of("testdata")));
    try (InputStream in = Validation.class.getResourceAsStream("accepted.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      own.addAll(
          new SourceReader(ReadOptions.standard()).readText("accepted.yaml", text).manifests());
    }
    return own;
  }

  /** Mutants, accepted or not. */
  static List<Manifest> mutants() throws IOException {
    Path file = SHARED.resolve("verdicts/mutants.jsonl");
    List<Manifest> mutants = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        mutants.add(Objects.manifest(Objects.JSON.readTree(line).path("object")));
      }
    }
    return mutants;
  }

  /** Published objects that the server took. */
  static List<Manifest> published() throws IOException {
    Path corpus = SHARED.resolve("corpus");
    Path verdicts = SHARED.resolve("verdicts/corpus.jsonl");
    if (!Files.exists(verdicts)) {
      return List.of();
    }
    Map<String, Boolean> accepted = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (String line : Files.readAllLines(verdicts)) {
      JsonNode answer = Objects.JSON.readTree(line);
      String key =
          key(
              answer.path("file").asString(),
              answer.path("kind").asString(),
              answer.path("name").asString());
      if (accepted.put(key, answer.at("/verdict/accepted").booleanValue(false)) != null) {
        twice.add(key);
      }
    }
    List<Manifest> published = new ArrayList<>();
    for (Manifest manifest : read(corpus)) {
      String path = corpus.relativize(Path.of(manifest.file().path())).toString();
      String key = key(path, manifest.id().kind(), manifest.id().name());
      if (!twice.contains(key) && accepted.getOrDefault(key, false)) {
        published.add(manifest);
      }
    }
    return published;
  }

  /** So many of them, drawn at random; all with {@code -Dgenerated.all=true}. */
  static List<Manifest> sample(List<Manifest> objects, int many, Random random) {
    List<Manifest> drawn = new ArrayList<>(objects);
    Collections.shuffle(drawn, random);
    boolean all = Boolean.getBoolean("generated.all") || drawn.size() <= many;
    return all ? drawn : drawn.subList(0, many);
  }

  private static List<Manifest> read(Path folder) {
    var options = new ReadOptions(List.of(), Schema.of(Release.DEFAULT).kinds(), 1);
    return new SourceReader(options)
        .read(List.of(folder), InputStream.nullInputStream())
        .manifests();
  }

  private static String key(String file, String kind, String name) {
    return file + "\0" + kind + "\0" + name;
  }
}
