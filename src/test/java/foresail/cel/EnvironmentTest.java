package foresail.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server takes for an expression, and how it words what it does not take. */
final class EnvironmentTest {
  private static final CelType PERSON =
      new CelType.ObjectOf(
          "test.Person", Map.of("name", CelType.STRING, "tags", CelType.listOf(CelType.STRING)));

  private static final Environment ENVIRONMENT =
      new Environment(
          new Declarations(
              36,
              Map.of(
                  "object",
                  CelType.DYN,
                  "self",
                  PERSON,
                  "text",
                  CelType.STRING,
                  "variables.x",
                  CelType.INT)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "object.foo | must evaluate to bool but got dyn",
        "1 | must evaluate to bool but got int",
        "self | must evaluate to bool but got test.Person",
        "self.tags | must evaluate to bool but got list(string)",
        "null | must evaluate to bool but got null_type",
        "type(1) | must evaluate to bool but got type(int)",
        "object.?a | must evaluate to bool but got optional_type(dyn)",
        "timestamp('2026-01-01T00:00:00Z')"
            + " | must evaluate to bool but got google.protobuf.Timestamp",
        "quantity('1') | must evaluate to bool but got kubernetes.Quantity",
        "'a' | must evaluate to bool but got string",
        "{'a': 1} | must evaluate to bool but got map(string, int)",
      })
  void saysOfWhatTypeTheResultIs(String expression, String refusal) {
    assertEquals(refusal, refusal(expression));
  }

  @Test
  void listsSeveralTypesThatAResultMayHave() {
    assertEquals(
        "must evaluate to one of [string null_type] but got int",
        ENVIRONMENT.compile("1", List.of(CelType.STRING, CelType.NULL)).refusal());
  }

  @Test
  void pointsAtAFault() {
    assertEquals(
        """
        compilation failed: ERROR: <input>:1:1: undeclared reference to 'Never' (in container '')
         | Never
         | ^\
        """,
        refusal("Never"));
    assertEquals(
        """
        compilation failed: ERROR: <input>:1:23: Syntax error: mismatched input '<EOF>' expecting \
        {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, \
        STRING, BYTES, IDENTIFIER}
         | object.spec.replicas +
         | ......................^\
        """,
        refusal("object.spec.replicas +"));
    assertEquals(
        """
        compilation failed: ERROR: <input>:2:4: undeclared reference to 'a' (in container '')
         |   +a
         | ...^
        ERROR: <input>:2:6: undeclared reference to 'b' (in container '')
         |   +a+b
         | .....^\
        """
            .replace(" |   +a\n", " |   +a+b\n"),
        refusal("1\n  +a+b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "self.foo == 1 | undefined field 'foo'",
        "text.foo == 1 | type 'string' does not support field selection",
        "1 + 'a' == 2 | found no matching overload for '_+_' applied to '(int, string)'",
        "text.startsWith(1) "
            + "| found no matching overload for 'startsWith' applied to 'string.(int)'",
        "text.startsWith('a', 'b') "
            + "| found no matching overload for 'startsWith' applied to 'string.(string, string)'",
        "timestamp('2026-01-01T00:00:00Z') == 1 "
            + "| found no matching overload for '_==_' applied to '(timestamp, int)'",
        "foo(1) | undeclared reference to 'foo' (in container '')",
        "for | reserved identifier: for",
        "[1, 'a'] == [] | expected type 'int' but found 'string'",
        "99999999999999999999 == 1 | invalid int literal",
        "object.all(1, true) | argument must be a simple name",
        "Foo{a: 1} == 1 | undeclared reference to 'Foo' (in container '')",
        "text.matches('[') | invalid matches argument",
        "duration('1') == duration('1s') | invalid duration argument",
        "timestamp('1') == timestamp('2') | invalid timestamp argument",
        "text.exists(x, x == 'a') | expression of type 'string' cannot be range of a"
            + " comprehension (must be list, map, or dynamic)",
        "object.x === 1 | Syntax error: token recognition error at: '= '",
        "object.x) | Syntax error: extraneous input ')' expecting <EOF>",
        "'abc'.reverse() == 'a' "
            + "| found no matching overload for 'reverse' applied to 'string.()'",
        "cel.bind(a, 1, a) == 1 | undeclared reference to 'cel' (in container '')",
      })
  void wordsAFaultAsTheServerDoes(String expression, String fault) {
    String refusal = refusal(expression);
    String first = refusal.lines().findFirst().orElse("");
    assertEquals(fault, first.substring(first.indexOf(": ", first.indexOf("<input>")) + 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "object.spec.replicas <= 5",
        "object.metadata.namespace == 'a'",
        "self.tags.all(t, t.startsWith('x'))",
        "object.?metadata.?labels['a.b/c'].orValue('') == 'x'",
        "variables.x > 1",
        "variables.x > 1.5",
        "[1, 2].sum() == 3",
        "object.list.sum() > 1",
        "object.list.isSorted()",
        "text.find('[0-9]+') != ''",
        "text.findAll('a', 2).size() == 1",
        "url(text).getHost() == 'a'",
        "quantity('1').isLessThan(quantity('2'))",
        "object.a.isLessThan(quantity('2'))",
        "ip('1.2.3.4').family() == 4",
        "ip.isCanonical('::1')",
        "cidr('1.2.3.0/24').containsIP('1.2.3.4')",
        "format.dns1123Label().validate(text).hasValue()",
        "!format.named('uuid').value().validate(text).hasValue()",
        "semver('1.2.3').isLessThan(semver('v2', true))",
        "'%s %d'.format([text, dyn(1)]) == ''",
        "sets.contains([1, 2], [1])",
        "{'a': 1}.all(k, v, v > 0)",
        "{'a': 1}.transformMap(k, v, v + 1) == {}",
        "[3, 1].sort() == [1, 3]",
        "object.items.sortBy(i, i.name)[0].name == 'a'",
        "lists.range(3).size() == 3",
        "string(ip('::1')) == '::1'",
        "type(quantity('1')) == kubernetes.Quantity || true",
        "strings.quote(text) == ''",
        "text.lowerAscii().split(',').join('-').trim().charAt(0) == 'a'",
      })
  void takesWhatTheServerTakes(String expression) {
    assertEquals("", refusal(expression));
  }

  @Test
  void knowsTheFunctionsOfARelease() {
    Environment older = new Environment(new Declarations(33, Map.of()));
    assertTrue(older.compile("isSemver('1.2.3')", List.of()).isRefused());
    assertTrue(older.compile("[1, 2].sort()", List.of()).isRefused());
    assertEquals("", older.compile("[1].all(i, v, v > i)", List.of()).refusal());
  }

  @Test
  void makesPatchesWhereDeclared() {
    Environment patches =
        new Environment(new Declarations(36, Map.of("object", CelType.DYN), true));
    CelType object = new CelType.ObjectOf("Object", Map.of());
    CelType patch = CelType.listOf(new CelType.ObjectOf("JSONPatch", Map.of()));
    assertEquals(
        "",
        patches
            .compile(
                "Object{spec: Object.spec{replicas: object.spec.replicas + 1}}", List.of(object))
            .refusal());
    assertEquals(
        "",
        patches
            .compile(
                "[JSONPatch{op: 'add', path: '/metadata/labels/' + jsonpatch.escapeKey('a/b'),"
                    + " value: 'c'}]",
                List.of(patch))
            .refusal());
    assertEquals(
        "must evaluate to Object but got int", patches.compile("1", List.of(object)).refusal());
    assertEquals(
        "must evaluate to list(JSONPatch) but got bool",
        patches.compile("true", List.of(patch)).refusal());
    assertTrue(patches.compile("[JSONPatch{foo: 'add'}]", List.of(patch)).isRefused());
  }

  private static String refusal(String expression) {
    return ENVIRONMENT.compile(expression, List.of(CelType.BOOL)).refusal();
  }
}
