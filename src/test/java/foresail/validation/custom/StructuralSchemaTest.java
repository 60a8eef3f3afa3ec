package foresail.validation.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Defaults, nulls, unknown fields, lists and embedded objects of structural schemas. */
final class StructuralSchemaTest {
  @Test
  void defaultsAreAdded() {
    String schema =
        """
        a: {type: string, default: x}
        b: {type: object, default: {}, properties: {c: {type: integer, default: 1}}}
        d: {type: object, properties: {e: {type: boolean, default: true}}}
        l: {type: array, items: {type: object, properties: {f: {type: string, default: w}}}}
        m: {type: object, additionalProperties: {type: object, properties: {g: {type: string, default: z}}}}
        """;
    assertEquals("{a:x,b:{c:1}}", spec(schema, "{}"));
    assertEquals("{d:{e:true},a:x,b:{c:1}}", spec(schema, "{d: {}}"));
    assertEquals("{l:[{f:w}],m:{k:{g:z}},a:x,b:{c:1}}", spec(schema, "{l: [{}], m: {k: {}}}"));
    assertEquals("{a:w,b:{c:2}}", spec(schema, "{a: w, b: {c: 2}}"));
  }

  @Test
  void nullsBecomeDefaultsOrAreDropped() {
    String schema =
        """
        a: {type: string, default: x}
        b: {type: string, nullable: true}
        c: {type: string}
        l: {type: array, items: {type: string}}
        o: {type: string, nullable: true, default: x}
        """;
    assertEquals("{a:x,o:x}", spec(schema, "{a: null, c: null}"));
    assertEquals("{b:null,o:null,a:x}", spec(schema, "{b: null, o: null}"));
    assertEquals("", told(schema, "{a: null, b: null, c: null}"));
    assertEquals(
        "custom.type spec.l[0]: Invalid value: \"null\": spec.l[0] in body must be of type string:"
            + " \"null\"",
        told(schema, "{l: [null]}"));
    assertEquals(
        "custom.required spec.c: Required value",
        told(
                schema + "x: {type: object, required: [c], properties: {c: {type: string}}}",
                "{x: {c: null}}")
            .replace("spec.x.c", "spec.c"));
  }

  @Test
  void aRequiredFieldMayComeFromADefault() {
    String schema = "x: {type: object, required: [c], properties: {c: {type: string, default: d}}}";
    assertEquals("", told(schema, "{x: {}}"));
  }

  @Test
  void unknownFieldsAreThoseThatTheServerPrunes() {
    String schema =
        """
        a: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {b: {type: object, properties: {c: {type: string}}}}}
        m: {type: object, additionalProperties: {type: object, properties: {e: {type: string}}}}
        t: {type: object, additionalProperties: true}
        l: {type: array, items: {type: object, properties: {i: {type: string}}}}
        s: {type: string}
        p: {x-kubernetes-preserve-unknown-fields: true}
        """;
    assertEquals("", told(schema, "{a: {x: {w: 1}}, p: [{q: 1}], t: {x: 1}, m: {k: {e: a}}}"));
    assertEquals("spec.a.b.d", unknown(schema, "{a: {b: {d: 1}}}"));
    assertEquals("spec.m.k.o", unknown(schema, "{m: {k: {o: 1}}}"));
    assertEquals("spec.t.x.w", unknown(schema, "{t: {x: {w: 1}}}"));
    assertEquals("spec.l[1].j", unknown(schema, "{l: [{i: a}, {j: 1}]}"));
    assertEquals("spec.s.a", unknown(schema, "{s: {a: 1}}"));
    assertEquals("spec.z", unknown(schema, "{z: 1}"));
  }

  @Test
  void listsKeepTheirPromise() {
    String schema =
        """
        s: {type: array, x-kubernetes-list-type: set, items: {type: string}}
        m:
          type: array
          x-kubernetes-list-type: map
          x-kubernetes-list-map-keys: [name, port]
          items: {type: object, required: [name], properties: {name: {type: string}, port: {type: integer, default: 80}}}
        """;
    assertEquals("", told(schema, "{s: [a, b], m: [{name: a}, {name: b}, {name: a, port: 1}]}"));
    assertEquals(
        "custom.list spec.s[1]: Duplicate value: \"a\"", told(schema, "{s: [a, a, a, b]}"));
    assertEquals(
        "custom.list spec.m[1]: Duplicate value: {\"name\":\"a\",\"port\":80}",
        told(schema, "{m: [{name: a}, {name: a, port: 80}]}"));
    assertEquals(
        "custom.required spec.m[0].name: Required value", told(schema, "{m: [{port: 1}]}"));
  }

  @Test
  void embeddedObjectsAreObjects() {
    String schema =
        "t: {type: object, x-kubernetes-embedded-resource: true,"
            + " x-kubernetes-preserve-unknown-fields: true}";
    assertEquals("", told(schema, "{t: {apiVersion: v1, kind: Pod, metadata: {name: a}, x: 1}}"));
    assertEquals(
        "custom.embedded.apiVersion spec.t.apiVersion: Required value",
        told(schema, "{t: {kind: Pod}}"));
    assertEquals(
        "metadata.labels.value",
        told(schema, "{t: {apiVersion: v1, kind: Pod, metadata: {labels: {a: 'b c'}}}}")
            .split(" ", 2)[0]);
    assertEquals(
        "spec.t.metadata.nam",
        unknown(schema, "{t: {apiVersion: v1, kind: P, metadata: {nam: a}}}"));
  }

  @Test
  void textsKeepToTheirFormat() {
    String schema =
        """
        u: {type: string, format: uuid}
        d: {type: string, format: date-time}
        i: {type: string, format: ipv4}
        r: {type: string, format: uri}
        o: {type: string, format: something-else}
        i32: {type: integer, format: int32}
        """;
    assertEquals(
        "",
        told(
            schema,
            "{u: 01234567-89ab-cdef-0123-456789abcdef, d: '2026-01-02T03:04:05Z', i: 10.0.0.1,"
                + " r: 'https://a.b/c', o: x, i32: 2147483647}"));
    assertEquals(
        "custom.value spec.u: Invalid value: \"x\": spec.u in body must be of type uuid: \"x\"",
        told(schema, "{u: x}"));
    assertTrue(told(schema, "{i: 10.0.0.256}").contains("must be of type ipv4"));
    assertTrue(told(schema, "{d: yesterday}").contains("must be of type date-time"));
    assertTrue(told(schema, "{i32: 2147483648}").contains("with format int32 in spec.i32"));
    assertTrue(told(schema, "{r: a b}").contains("must be of type uri"));
  }

  private static String definition(String properties, String scope) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: things.acme.io}
    spec:
      group: acme.io
      scope: SCOPE
      names: {kind: Thing, plural: things}
      versions:
      - name: v1
        served: true
        storage: true
        schema:
          openAPIV3Schema:
            type: object
            properties:
              spec:
                type: object
                properties:
    """
            .replace("SCOPE", scope)
        + properties.indent(14)
        + "---\napiVersion: acme.io/v1\nkind: Thing\nmetadata: {name: a}\nspec: ";
  }

  private static String told(String properties, String spec) {
    return Custom.told(definition(properties, "Namespaced") + spec + "\n");
  }

  private static String unknown(String properties, String spec) {
    return Custom.refusals(definition(properties, "Namespaced") + spec + "\n").stream()
        .filter(refusal -> refusal.fact().equals("decode.unknown-field"))
        .map(refusal -> refusal.path())
        .collect(Collectors.joining(" "));
  }

  private static String spec(String properties, String spec) {
    Node root = Custom.decoded(definition(properties, "Cluster") + spec + "\n").root();
    return flat(root.get("spec").orElseThrow());
  }

  private static String flat(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.entries().stream()
          .map(entry -> entry.name() + ":" + flat(entry.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node instanceof SequenceNode list) {
      return list.items().stream()
          .map(StructuralSchemaTest::flat)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return ((ScalarNode) node).text();
  }
}
