package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import foresail.schema.defaults.AdmissionDefaults;
import foresail.schema.defaults.Defaults;
import foresail.source.MappingNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every object of every kind in every release. */
final class GeneratedObjectsTest {
  private static final int OBJECTS_OF_A_KIND = 8;

  @Test
  void whatFitsTheSchemaIsDecodedAndDefaultsSettle() {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    for (Release release : Release.BUNDLED) {
      Schema schema = Schema.of(release);
      Types types = new Types(List.of(SchemaText.bundled()), release);
      for (Kind kind : schema.kinds().all()) {
        for (int i = 0; i < OBJECTS_OF_A_KIND; i++) {
          JsonNode json = new GeneratedObjects(types, random).object(kind);
          String about = "seed " + seed + ", " + release + ": " + json;
          Decoded once = schema.decode(Objects.manifest(json));
          assertEquals(List.of(), once.refusals(), about);
          assertSame(once.root(), Defaults.add(kind, once.root()), about);
          Decoded again = schema.decode(Objects.manifest(Objects.tree(once.root())));
          assertEquals(List.of(), again.refusals(), about);
          assertEquals(Objects.tree(once.root()), Objects.tree(again.root()), about);
        }
      }
    }
  }

  @Test
  void admissionSettlesToo() {
    long seed = Long.getLong("seed", 1);
    Schema schema = Schema.of(Release.DEFAULT);
    Types types = new Types(List.of(SchemaText.bundled()), Release.DEFAULT);
    GeneratedObjects objects = new GeneratedObjects(types, new Random(seed));
    Kind pod = schema.kinds().find("v1", "Pod").orElseThrow();
    for (int i = 0; i < 100; i++) {
      MappingNode root = schema.decode(Objects.manifest(objects.object(pod))).root();
      MappingNode once = AdmissionDefaults.add(root, AdmissionDefaults.Priority.NONE);
      assertSame(
          once, AdmissionDefaults.add(once, AdmissionDefaults.Priority.NONE), "seed " + seed);
    }
  }

  /** Any value in any place is refused or not, but never a fault of ours. */
  @Test
  void objectsOfTheWrongShapeDoNoHarm() {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    Schema schema = Schema.of(Release.DEFAULT);
    Types types = new Types(List.of(SchemaText.bundled()), Release.DEFAULT);
    List<Kind> kinds = schema.kinds().all();
    for (int i = 0; i < 2_000; i++) {
      GeneratedObjects objects = new GeneratedObjects(types, random);
      JsonNode one = objects.object(kinds.get(random.nextInt(kinds.size())));
      JsonNode other = objects.object(kinds.get(random.nextInt(kinds.size())));
      ObjectNode mixed = (ObjectNode) one;
      mixed.set("spec", random.nextBoolean() ? other.path("spec") : other);
      mixed.set("metadata", other.path("spec"));
      schema.decode(Objects.manifest(mixed));
    }
  }
}
