package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Refusal;
import foresail.schema.Change;
import foresail.schema.Changes;
import foresail.schema.Decoded;
import foresail.schema.Objects;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What holds for any object, however wrong: nothing throws, each refusal names a fact that a rule
 * can explain, and a pod template is judged alike wherever it stands.
 */
final class RandomChangesTest {
  private static final int CHANGED = Integer.getInteger("changed", 1_500);

  private final long seed = Long.getLong("seed", 1);
  private final Random random = new Random(seed);

  @Test
  void anyObjectOfAnyReleaseIsToldOfByFacts() throws IOException {
    Set<String> facts = Kinds.facts();
    List<JsonNode> bases = bases();
    for (int i = 0; i < 40; i++) {
      JsonNode base = bases.get(random.nextInt(bases.size()));
      List<Change> changes = Changes.of(base, Release.DEFAULT);
      for (int j = 0; j < CHANGED / 40; j++) {
        JsonNode object = base.deepCopy();
        for (int k = random.nextInt(3); k >= 0; k--) {
          changes.get(random.nextInt(changes.size())).apply(object);
        }
        Release release = Release.BUNDLED.get(random.nextInt(Release.BUNDLED.size()));
        for (Refusal refusal : refusals(object, release)) {
          String about = "seed " + seed + ", " + release + ": " + refusal.fact() + " " + object;
          assertTrue(facts.contains(refusal.fact()), about);
        }
      }
    }
  }

  @Test
  void templatesAreJudgedAlikeWhereverTheyStand() throws IOException {
    JsonNode deployment = base("Deployment");
    List<JsonNode> others =
        List.of(base("ReplicaSet"), base("DaemonSet"), base("ReplicationController"));
    JsonNode pod = base("Pod");
    List<Change> changes =
        Changes.of(pod, Release.DEFAULT).stream()
            .filter(change -> change.at().startsWith("/spec/"))
            .toList();
    for (int i = 0; i < CHANGED / 4; i++) {
      JsonNode changed = pod.deepCopy();
      changes.get(random.nextInt(changes.size())).apply(changed);
      Set<String> one = told(deployment, changed);
      Set<String> other = told(others.get(i % others.size()), changed);
      assertEquals(one, other, () -> "seed " + seed + ": " + changed);
    }
  }

  private static Set<String> told(JsonNode workload, JsonNode pod) {
    JsonNode object = workload.deepCopy();
    new Change("/spec/template/spec", Optional.of(pod.path("spec")), 0).apply(object);
    return FactBreaker.told(refusals(object, Release.DEFAULT));
  }

  private static List<Refusal> refusals(JsonNode object, Release release) {
    Manifest manifest = Objects.manifest(object);
    Decoded decoded = Schema.of(release).decode(manifest);
    if (!decoded.refusals().isEmpty() || decoded.kind().isEmpty()) {
      return List.of();
    }
    Manifest complete = new Manifest(manifest.id(), 0, decoded.root(), List.of());
    return Validation.refusals(complete, release);
  }

  private static JsonNode base(String kind) throws IOException {
    return bases().stream()
        .filter(base -> base.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> bases() throws IOException {
    try (InputStream in = RandomChangesTest.class.getResourceAsStream("bases.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SourceReader(ReadOptions.standard())
          .readText("bases.yaml", text).manifests().stream()
              .map(manifest -> Objects.JSON.readTree(Objects.json(manifest.root())))
              .toList();
    }
  }
}
