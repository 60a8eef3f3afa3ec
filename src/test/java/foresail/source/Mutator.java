package foresail.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages texts as typing does: pieces lost, doubled, shifted, or put in where they matter. */
final class Mutator {
  private static final List<String> PIECES =
      List.of(
          "\t",
          "\n",
          "\r\n",
          " ",
          "  ",
          ": ",
          ":",
          "- ",
          "-",
          "'",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          "#",
          " #",
          "|",
          ">",
          "|-",
          ">-",
          "---\n",
          "--- \n",
          "...\n",
          "&a ",
          "*a",
          "<<: *a",
          "!!str ",
          "!x ",
          "? ",
          "%",
          "@",
          "`",
          "\\",
          "\n\n",
          "\r",
          "x: y",
          "k:\n",
          "\u00a0",
          "\u00e9",
          "\ud83d\ude00",
          "~",
          "0x1",
          "yes",
          "key: |\n",
          "  - ",
          "{{ .x }}",
          "\"a\\n\"",
          "'it''s'",
          "{a: b}",
          "[a, b]",
          "[\n a,\n b\n ]",
          "{a: 1,}",
          "{\"a\":1}",
          "a b\n   c",
          "\u0000",
          "\ufeff",
          "\u2028",
          "\u0085",
          "|+\n\n x\n\n",
          "|2\n    x\n",
          "null",
          "'a\n\n    b'",
          "\"a\\\n    b \n   c\"",
          ">-\n      a\n       b\n\n      c\n",
          "\n     x",
          "\n\n       y #z",
          "1.0: ");

  private final Random random;

  Mutator(long seed) {
    this.random = new Random(seed);
  }

  /** A text of a few lines of the given one, damaged one to three times. */
  String mutate(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    int from = lines.size() > 30 ? random.nextInt(lines.size() - 25) : 0;
    StringBuilder out = new StringBuilder();
    lines.subList(from, Math.min(lines.size(), from + 25)).forEach(out::append);
    for (int i = random.nextInt(3); i >= 0; i--) {
      damage(out);
    }
    String mutated = out.toString();
    return random.nextInt(12) == 0 ? mutated.replace("\r", "").replace("\n", "\r\n") : mutated;
  }

  private void damage(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(5)) {
      case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
      case 1, 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      case 3 -> text.insert(text.lastIndexOf("\n", at) + 1, " ".repeat(1 + random.nextInt(3)));
      default -> {
        int start = text.lastIndexOf("\n", at) + 1;
        int end = start;
        while (end < text.length() && text.charAt(end) == ' ' && random.nextBoolean()) {
          end++;
        }
        text.delete(start, end);
      }
    }
  }
}
