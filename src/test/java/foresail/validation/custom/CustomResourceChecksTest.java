package foresail.validation.custom;

import static foresail.validation.custom.Custom.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import foresail.schema.Release;
import foresail.schema.Schema;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Custom resources against the definition that stands beside them. */
final class CustomResourceChecksTest {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: robots.acme.io}
      spec:
        group: acme.io
        scope: Namespaced
        names: {kind: Robot, plural: robots}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              required: [spec]
              properties:
                spec:
                  type: object
                  required: [legs]
                  properties:
                    legs: {type: integer, minimum: 1, maximum: 8}
                    gait: {type: string, enum: [walk, run]}
                    code: {type: string, pattern: '^[a-z]+$', minLength: 2, maxLength: 4}
                    slow: {type: string, pattern: '^(([a-z])+.)+[A-Z]([a-z])+$'}
                    parts: {type: array, minItems: 1, maxItems: 2, items: {type: string, enum: [arm]}}
                    power:
                      type: object
                      oneOf: [{required: [battery]}, {required: [cable]}]
                      properties: {battery: {type: string}, cable: {type: string}}
                    name: {type: string}
                    speed: {x-kubernetes-int-or-string: true}
                    colours: {type: array, items: {type: string}}
                    notes: {type: object, x-kubernetes-preserve-unknown-fields: true}
                    labels: {type: object, additionalProperties: {type: string}}
                    template: {type: object, x-kubernetes-embedded-resource: true}
        - name: v1beta1
          served: false
          storage: false
          schema: {openAPIV3Schema: {type: object}}
      ---
      """;

  @Test
  void isToldInTheServersWords() {
    assertEquals("", found("spec: {legs: 4, speed: 10%, notes: {a: {b: 1}}, labels: {a: b}}"));
    assertEquals(
        "decode.unknown-field spec.leg: unknown field \"spec.leg\" (write legs)",
        found("spec: {leg: 4}"));
    assertEquals("custom.required spec.legs: Required value", found("spec: {}"));
    assertEquals(
        "custom.type spec.legs: Invalid value: \"string\": spec.legs in body must be of type"
            + " integer: \"string\"",
        found("spec: {legs: four}"));
    assertEquals(
        "custom.type spec.colours[1]: Invalid value: \"integer\": spec.colours[1] in body must be"
            + " of type string: \"integer\"",
        found("spec: {legs: 1, colours: [red, 2]}"));
    assertEquals("custom.required spec: Required value", found(""));
    assertEquals("decode.unknown-field status: unknown field \"status\"", found("status: x"));
    assertEquals(
        "decode.unknown-field metadata.nam: unknown field \"metadata.nam\" (write name)",
        told(ROBOT + "metadata: {nam: a}\nspec: {legs: 1}"));
    assertEquals(
        "decode.unknown-field spec.template.x: unknown field \"spec.template.x\"",
        found("spec: {legs: 1, template: {kind: A, metadata: {name: b}, x: 1}}"));
  }

  @Test
  void valuesAreHeldAgainstTheSchema() {
    assertEquals(
        "custom.value spec.legs: Invalid value: 9: spec.legs in body should be less than or equal"
            + " to 8",
        found("spec: {legs: 9}"));
    assertEquals(
        "custom.value spec.gait: Unsupported value: \"fly\": supported values: \"walk\", \"run\"",
        found("spec: {legs: 4, gait: fly}"));
    assertEquals(
        "custom.value spec.code: Invalid value: \"A\": spec.code in body should be at least 2 chars"
            + " long",
        found("spec: {legs: 4, code: A}"));
    assertEquals(
        "custom.value spec.code: Too long: may not be more than 4 bytes",
        found("spec: {legs: 4, code: abcde}"));
    assertEquals(
        "custom.value spec.parts: Too many: 3: must have at most 2 items\n"
            + "custom.value spec.parts[2]: Unsupported value: \"leg\": supported values: \"arm\"",
        found("spec: {legs: 4, parts: [arm, arm, leg]}"));
    assertEquals(
        "custom.value spec.legs: Invalid value: 0: spec.legs in body should be greater than or"
            + " equal to 1",
        found("spec: {legs: 0}"));
    assertEquals("", found("spec: {legs: 4, power: {cable: long}}"));
    assertEquals(
        "custom.value <nil>: Invalid value: \"\": \"spec.power\" must validate one and only one"
            + " schema (oneOf). Found none valid\n"
            + "custom.required spec.power.battery: Required value",
        found("spec: {legs: 4, power: {}}"));
    String slow = "spec: {legs: 4, slow: " + "a".repeat(60) + "}";
    assertTimeout(Duration.ofSeconds(10), () -> found(slow));
  }

  @Test
  void versionsThatAreNotServedMatchNothing() {
    assertEquals(
        "custom.version apiVersion: no matches for kind \"Robot\" in version"
            + " \"acme.io/v1beta1\": its definition serves acme.io/v1 (write apiVersion:"
            + " acme.io/v1)",
        told(DEFINITION + "apiVersion: acme.io/v1beta1\nkind: Robot\nspec: {x: 1}\n"));
    assertEquals("", told(DEFINITION + "apiVersion: acme.io/v1\nkind: Arm\nspec: {x: 1}\n"));
    Schema schema = Schema.of(Release.DEFAULT);
    assertSame(schema, schema.with(List.of()));
  }

  @Test
  void definitionsThatContradictEachOtherSayNothing() {
    String other = DEFINITION.replace("legs: {type: integer,", "legs: {type: number,");
    assertEquals("", told(other + ROBOT + "metadata: {name: a}\nspec: {x: 1}"));
    String prose =
        DEFINITION.replace("legs: {type: integer,", "legs: {description: x, type: integer,");
    assertEquals(
        "decode.unknown-field spec.x: unknown field \"spec.x\"",
        told(prose + ROBOT + "spec: {legs: 1, x: 1}"));
  }

  @Test
  void metadataIsLookedAtAsForAnyKind() {
    assertEquals(
        "metadata.name.required metadata.name: Required value: name or generateName is required",
        told(ROBOT + "spec: {legs: 1}"));
    assertEquals(
        "metadata.name.format",
        told(ROBOT + "metadata: {name: A_b}\nspec: {legs: 1}").split(" ", 2)[0]);
    assertEquals(
        "decode.wrong-type metadata.labels: json: cannot unmarshal string into Go struct field"
            + " ObjectMeta.metadata.labels of type map[string]string",
        told(ROBOT + "metadata: {name: a, labels: b}\nspec: {legs: 1}"));
    assertEquals("", told(ROBOT + "metadata: {name: a, labels: null}\nspec: {legs: 1}"));
  }

  private static final String ROBOT = DEFINITION + "apiVersion: acme.io/v1\nkind: Robot\n";

  private static String found(String body) {
    return told(ROBOT + "metadata: {name: a}\n" + body + "\n");
  }
}
