package foresail.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.Prediction;
import java.io.IOException;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class TextPredictionTest {
  private static final long SEED = 7;

  @Test
  void noLineIsWiderThanTheTerminal() throws IOException {
    var random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      Prediction prediction = SmallPredictions.random(random, words(random));
      int columns = 60 + random.nextInt(120);
      for (String line : text(prediction, new Screen(Style.PLAIN, true, columns)).split("\n", -1)) {
        assertTrue(Wrapping.width(line) <= columns, () -> columns + " columns: " + line);
      }
    }
  }

  @Test
  void everyDrawingIsAsWideAsTheTerminal() throws IOException {
    var random = new Random(SEED);
    Prediction prediction = null;
    while (prediction == null || prediction.pods().isEmpty()) {
      prediction = SmallPredictions.random(random, () -> "web");
    }
    for (int columns : new int[] {40, 80, 132}) {
      String end = prediction.pods().get(0).end().word();
      String text = text(prediction, new Screen(Style.PLAIN, true, columns));
      String bar =
          text.lines().filter(line -> line.startsWith("  web  ")).findFirst().orElseThrow();
      assertEquals(columns - "finished".length() + end.length(), Wrapping.width(bar), text);
    }
  }

  @Test
  void aTerminalWithoutUnicodeGetsAscii() throws IOException {
    var random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      Prediction prediction = SmallPredictions.random(random, () -> "a-name");
      String text = text(prediction, new Screen(Style.COLOR, false, 80));
      assertTrue(text.chars().allMatch(c -> c < 0x7f), text);
    }
  }

  @Test
  void withoutColoursNothingIsEscaped() throws IOException {
    var random = new Random(SEED);
    Prediction prediction = SmallPredictions.random(random, () -> "\u001b[31mred\u202e");
    assertFalse(text(prediction, new Screen(Style.PLAIN, true, 0)).contains("\u001b"));
    assertFalse(text(prediction, new Screen(Style.COLOR, true, 90)).contains("\u001b[31mred"));
  }

  private static Supplier<String> words(Random random) {
    return () -> {
      var text = new StringBuilder("w");
      int length = random.nextInt(80);
      for (int i = 0; i < length; i++) {
        text.append("ab -\u00e4\u754c\u0301".charAt(random.nextInt(7)));
      }
      return text.toString();
    };
  }

  private static String text(Prediction prediction, Screen screen) throws IOException {
    var out = new StringBuilder();
    new TextPrediction(screen).write("1.36", prediction, out);
    return out.toString();
  }
}
