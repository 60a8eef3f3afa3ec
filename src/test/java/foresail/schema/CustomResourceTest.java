package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Custom resources against the definition that stands beside them. */
final class CustomResourceTest {
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
                    legs: {type: integer}
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
        "decode.unknown-field spec.leg: unknown field \"spec.leg\" (write legs)\n"
            + "custom.required spec.legs: Required value",
        found("spec: {leg: 4}"));
    assertEquals(
        "custom.type spec.legs: Invalid value: \"string\": spec.legs in body must be of type"
            + " integer: \"string\"",
        found("spec: {legs: four}"));
    assertEquals(
        "custom.type spec.colours[1]: Invalid value: \"integer\": spec.colours[1] in body must be"
            + " of type string: \"integer\"",
        found("spec: {legs: 1, colours: [red, 2]}"));
    assertEquals("custom.required spec: Required value", found("status: x").split("\n")[1]);
    assertEquals(
        "decode.unknown-field metadata.nam: unknown field \"metadata.nam\" (write name)",
        found("metadata: {nam: a}\nspec: {legs: 1}"));
    assertEquals(
        "decode.unknown-field spec.template.x: unknown field \"spec.template.x\"",
        found("spec: {legs: 1, template: {kind: A, metadata: {name: b}, x: 1}}"));
  }

  @Test
  void otherVersionsAndDefinitionsThatContradictEachOtherAreLeftAlone() {
    String robot = "apiVersion: acme.io/v1beta1\nkind: Robot\nspec: {x: 1}\n";
    assertEquals("", told(DEFINITION + robot));
    String other = DEFINITION.replace("legs: {type: integer}", "legs: {type: string}");
    assertEquals(
        "", told(DEFINITION + other + "apiVersion: acme.io/v1\nkind: Robot\nspec: {x: 1}"));
    Schema schema = Schema.of(Release.DEFAULT);
    assertSame(schema, schema.with(List.of()));
  }

  private static String found(String body) {
    return told(DEFINITION + "apiVersion: acme.io/v1\nkind: Robot\n" + body + "\n");
  }

  private static String told(String yaml) {
    List<Manifest> manifests =
        new SourceReader(ReadOptions.standard()).readText("test.yaml", yaml).manifests();
    Schema schema = Schema.of(Release.DEFAULT).with(manifests);
    return schema.decode(manifests.get(manifests.size() - 1)).refusals().stream()
        .map(
            r ->
                r.fact()
                    + " "
                    + r.path()
                    + ": "
                    + r.message()
                    + r.fix().map(fix -> " (" + fix.description() + ")").orElse(""))
        .collect(Collectors.joining("\n"));
  }
}
