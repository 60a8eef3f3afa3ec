package foresail.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each line of functions.txt is an expression and what it comes to. */
final class FunctionsTest {
  private static final Environment ENVIRONMENT =
      new Environment(new Declarations(36, Map.of("object", CelType.DYN)));

  @TestFactory
  Stream<DynamicTest> functions() throws IOException {
    try (InputStream table = FunctionsTest.class.getResourceAsStream("functions.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> DynamicTest.dynamicTest(line, () -> look(line)))
              .toList()
              .stream();
    }
  }

  private static void look(String line) {
    int arrow = line.lastIndexOf("=>");
    String text = (arrow < 0 ? line : line.substring(0, arrow)).trim();
    String expected = arrow < 0 ? "true" : line.substring(arrow + 2).trim();
    Compilation compilation = ENVIRONMENT.compile(text, List.of());
    assertEquals("", compilation.refusal());
    Outcome outcome = compilation.expression().orElseThrow().evaluate(Map.of("object", object()));
    if (expected.startsWith("!")) {
      Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, outcome);
      assertTrue(failure.message().startsWith(expected.substring(1).trim()), failure::message);
    } else {
      Outcome.Value value = assertInstanceOf(Outcome.Value.class, outcome);
      assertEquals(expected, value.value().toString());
    }
  }

  private static Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("numbers", List.of(1L, 3L, 2L));
    object.put("items", List.of(Map.of("n", 2L), Map.of("n", 1L)));
    object.put("text", "abc");
    object.put("address", "10.0.0.1");
    object.put("whole", 3L);
    object.put("half", 0.5);
    object.put("nothing", Values.NULL);
    return object;
  }
}
