package foresail.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands where an expression should be, nothing is thrown and nothing hangs. */
final class DamagedExpressionsTest {
  private static final Environment ENVIRONMENT =
      new Environment(new Declarations(36, Map.of("object", CelType.DYN)));
  private static final String PIECES = "()[]{}.,?:'\"!&|=<>+-*/%@#$\\ \n\t019axé\u0000😀";

  @Test
  void damagedExpressions() throws IOException {
    long seed = Long.getLong("test.seed", 1);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> expressions = expressions();
    for (int i = 0; i < 1500; i++) {
      StringBuilder text = new StringBuilder(expressions.get(random.nextInt(expressions.size())));
      for (int changes = 1 + random.nextInt(3); changes > 0 && !text.isEmpty(); changes--) {
        int at = random.nextInt(text.length());
        char piece = PIECES.charAt(random.nextInt(PIECES.length()));
        switch (random.nextInt(4)) {
          case 0 -> text.insert(at, piece);
          case 1 -> text.setCharAt(at, piece);
          case 2 -> text.deleteCharAt(at);
          default -> {
            String other = expressions.get(random.nextInt(expressions.size()));
            text.insert(at, other, 0, random.nextInt(other.length()));
          }
        }
      }
      look(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lists.range(1000000000).size() == 1",
        "lists.range(1000).map(a, lists.range(1000).map(b, lists.range(1000).map(c, a)))"
            + ".size() == 1",
        "object.n.map(a, object.n.map(b, object.n.map(c, object.n.map(d, object.n.map(e,"
            + " object.n.map(f, object.n.map(g, object.n.map(h, 1)))))))).size() == 1",
      })
  void endlessOnes(String text) {
    Compilation compilation = ENVIRONMENT.compile(text, List.of());
    Outcome outcome =
        compilation
            .expression()
            .orElseThrow()
            .evaluate(Map.of("object", Map.of("n", List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L))));
    assertTrue(outcome instanceof Outcome.Failure, outcome::toString);
  }

  @Test
  void deepAndLongOnes() {
    assertTrue(look("(".repeat(20_000) + "1" + ")".repeat(20_000)).isRefused());
    assertTrue(look("[".repeat(20_000)).isRefused());
    assertTrue(look("!".repeat(99_999) + "true").isRefused());
    look("1" + "+1".repeat(40_000));
    look("true" + " && true".repeat(10_000));
    look("a" + ".b".repeat(40_000));
    assertTrue(look("'" + "x".repeat(200_000) + "'").isRefused());
    assertEquals("", look("[" + "1,".repeat(10_000) + "1]").refusal());
  }

  private static Compilation look(String text) {
    Compilation compilation = ENVIRONMENT.compile(text, List.of());
    compilation
        .expression()
        .ifPresent(
            expression ->
                assertNotNull(expression.evaluate(Map.of("object", Map.of("text", "a")))));
    return compilation;
  }

  private static List<String> expressions() throws IOException {
    try (InputStream table = FunctionsTest.class.getResourceAsStream("functions.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.contains("=>") ? line.substring(0, line.lastIndexOf("=>")) : line)
          .toList();
    }
  }
}
