package foresail.validation.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.finding.Refusal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A value that fits a schema is accepted, and one thing wrong is told at its place. */
final class GeneratedSchemaTest {
  private static final int SCHEMAS = 150;

  @Test
  void whatIsWrongIsToldAtItsPlace() {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    for (int i = 0; i < SCHEMAS; i++) {
      GeneratedSchema schema = GeneratedSchema.of(random);
      String where = "-Dseed=" + seed + " " + schema.schema() + " ";
      assertEquals(List.of(), Custom.refusals(text(schema, schema.value())), where);
      GeneratedSchema.Flaw flaw = schema.flaws().get(random.nextInt(schema.flaws().size()));
      List<String> told =
          Custom.refusals(text(schema, flaw.value())).stream()
              .map(GeneratedSchemaTest::shown)
              .toList();
      assertEquals(List.of(flaw.reason() + " spec.x" + flaw.path()), told, where + flaw.value());
    }
  }

  private static String shown(Refusal refusal) {
    return refusal.reason().word() + " " + refusal.path();
  }

  private static String text(GeneratedSchema schema, String value) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: things.acme.io}
    spec:
      group: acme.io
      scope: Namespaced
      names: {kind: Thing, plural: things}
      versions:
      - name: v1
        served: true
        storage: true
        schema: {openAPIV3Schema: {"type":"object","properties":{"spec":{"type":"object","properties":{"x":
          SCHEMA
          }}}}}
    ---
    {"apiVersion": "acme.io/v1", "kind": "Thing", "metadata": {"name": "a"}, "spec": {"x": VALUE}}
    """
        .replace("SCHEMA", schema.schema())
        .replace("VALUE", value);
  }
}
