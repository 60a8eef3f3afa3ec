package foresail.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.source.Manifest;
import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions see of documents, with types and without. */
final class ValuesTest {
  private static final String DOCUMENT =
      """
      apiVersion: example.com/v1
      kind: Thing
      metadata: {name: a}
      spec:
        count: 3
        ratio: 2
        big: 1e3
        half: 0.5
        when: "2026-01-02T03:04:05Z"
        every: 1m30s
        data: aGVsbG8=
        namespace: shop
        a-b: dash
        list: [{x: 1}, {x: 2}]
        map: {k: 1}
        other: yes
        none: null
        unknownField: 1
      """;

  private static final CelType SPEC = spec();

  private static CelType spec() {
    Map<String, CelType> fields = new LinkedHashMap<>();
    fields.put("count", CelType.INT);
    fields.put("ratio", CelType.DOUBLE);
    fields.put("big", CelType.INT);
    fields.put("half", CelType.DOUBLE);
    fields.put("when", CelType.TIMESTAMP);
    fields.put("every", CelType.DURATION);
    fields.put("data", CelType.BYTES);
    fields.put("__namespace__", CelType.STRING);
    fields.put("a__dash__b", CelType.STRING);
    fields.put(
        "list", CelType.listOf(new CelType.ObjectOf("Thing.spec.list", Map.of("x", CelType.INT))));
    fields.put("map", CelType.mapOf(CelType.INT));
    fields.put("other", CelType.BOOL);
    fields.put("none", CelType.DYN);
    fields.put("absent", CelType.STRING);
    return new CelType.ObjectOf("Thing.spec", fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.count == 3 && self.count + 1 == 4",
        "self.ratio / 4.0 == 0.5",
        "self.big == 1000",
        "self.half < 1.0",
        "self.when < timestamp('2026-01-03T00:00:00Z') && self.when.getMonth() == 0",
        "self.every == duration('90s')",
        "self.data == b'hello'",
        "self.__namespace__ == 'shop' && self.a__dash__b == 'dash'",
        "self.list.map(i, i.x).sum() == 3",
        "self.map['k'] == 1 && self.map.k == 1",
        "self.other",
        "self.none == null",
        "!has(self.absent) && self.?absent.orValue('x') == 'x'",
      })
  void typedFields(String expression) {
    Environment environment = new Environment(new Declarations(36, Map.of("self", SPEC)));
    assertTrue(evaluate(environment, expression, Values.of(document(), SPEC)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.count == 3 && self.ratio == 2 && self.big == 1000",
        "self.when == '2026-01-02T03:04:05Z' && self.every == '1m30s'",
        "self.namespace == 'shop' && self['a-b'] == 'dash'",
        "self.unknownField == 1",
        "timestamp(self.when).getFullYear() == 2026",
      })
  void untypedFields(String expression) {
    Environment environment = new Environment(new Declarations(36, Map.of("self", CelType.DYN)));
    assertTrue(evaluate(environment, expression, Values.of(document())).isTrue());
  }

  @Test
  void refusesFieldsThatAreNotDeclared() {
    Environment environment = new Environment(new Declarations(36, Map.of("self", SPEC)));
    assertTrue(
        environment
            .compile("self.unknownField == 1", List.of(CelType.BOOL))
            .refusal()
            .contains("undefined field 'unknownField'"));
    assertTrue(
        environment
            .compile("self.list[0].y == 1", List.of(CelType.BOOL))
            .refusal()
            .contains("undefined field 'y'"));
  }

  @Test
  void whatIsUnknownDecidesNothing() {
    Environment environment = new Environment(new Declarations(36, Map.of("self", CelType.DYN)));
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("secret", Values.UNKNOWN);
    inner.put("known", 1L);
    Map<String, Object> self = new LinkedHashMap<>();
    self.put("inner", inner);
    Object value = Values.partlyKnown(self);
    assertTrue(evaluate(environment, "self.inner.known == 1", value).isTrue());
    assertTrue(evaluate(environment, "has(self.inner.secret)", value).isTrue());
    assertTrue(evaluate(environment, "self.inner.secret == 1 || true", value).isTrue());
    for (String open :
        List.of(
            "self.inner.secret == 1",
            "self.missing == 1 || self.inner.secret == 1",
            "self.inner == {'known': 1, 'secret': 2}")) {
      assertInstanceOf(Outcome.Unknown.class, evaluate(environment, open, value), open);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "name, name",
    "namespace, __namespace__",
    "a-b, a__dash__b",
    "a.b/c, a__dot__b__slash__c",
    "a__b, a__underscores__b",
    "_a, _a",
    "int, int",
  })
  void escapesNames(String name, String escaped) {
    assertEquals(Optional.of(escaped), FieldNames.escape(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$ref", "a b", "1a", ""})
  void knowsNamesThatCannotBeWritten(String name) {
    assertEquals(Optional.empty(), FieldNames.escape(name));
  }

  private static Outcome evaluate(Environment environment, String expression, Object self) {
    Compilation compilation = environment.compile(expression, List.of(CelType.BOOL));
    assertEquals("", compilation.refusal());
    return compilation.expression().orElseThrow().evaluate(Map.of("self", self));
  }

  private static Node document() {
    Manifest manifest =
        new SourceReader(ReadOptions.standard()).readText("thing", DOCUMENT).manifests().get(0);
    return manifest.root().get("spec").orElseThrow();
  }
}
