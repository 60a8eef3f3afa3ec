package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines, columns and offsets lead to each other. */
final class SourceFileTest {
  private static final String[] PIECES = {"a", "\u00e9", "\ud83d\ude00", "\n", "\r\n", "\ud83d"};

  @Test
  void columnsCountCodePoints() {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertColumns(text.toString(), "seed " + seed);
    }
  }

  /** A line of a megabyte is read in a moment; counted anew for each value it took minutes. */
  @Test
  void longLinesTakeNoLongerThanManyShortOnes() {
    for (String odd : new String[] {"#", "\ud83d\ude00", "#\ud83d\ude00", "&a"}) {
      String item = "{\"name\": " + (odd.equals("&a") ? "&a " : "") + "\"" + odd + "\"}, ";
      String line = "{\"items\": [" + item.repeat(60_000) + "1]}\n";
      SourceFile file = new SourceFile("a.json", line);
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> new DocumentReader(file).read(DocumentSplitter.split(file).get(0)));
    }
  }

  private static void assertColumns(String text, String about) {
    SourceFile file = new SourceFile("a.yaml", text);
    for (int at = 0; at <= text.length(); at++) {
      int line = file.lineOf(at);
      int column = text.codePointCount(file.offset(line, 1), at) + 1;
      assertEquals(column, file.columnOf(at), about);
      boolean inPair =
          at > 0
              && at < text.length()
              && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
      if (!inPair) {
        assertEquals(at, file.offset(line, column), about);
      }
    }
  }
}
