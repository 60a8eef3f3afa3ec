package foresail.output;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Texts that try to be more than text. */
final class HostileTexts implements Supplier<String> {
  private static final List<String> PIECES =
      List.of(
          "<script>alert(1)</script>",
          "</title></style></script>",
          "<img src=x onerror=alert(1)>",
          "\"",
          "' onmouseover='alert(1)",
          "&lt;",
          "&#x3c;",
          "]]>",
          "<!--",
          "-->",
          "|",
          "`",
          "``",
          "\\",
          "[a](javascript:alert(1))",
          "![x](http://example.com/x.png)",
          "@octocat",
          "*a* _b_ ~~c~~",
          "# a",
          "- a",
          "\n\n# heading\n",
          "\r\n| --- |",
          "\u0000",
          "\u001b[31m",
          "\u0085",
          "\u2028",
          "\u202e",
          "\u2066",
          "\u200f",
          "\ufeff",
          "\uffff",
          "\ud83d",
          "\ude00",
          "\ud83d\ude00",
          "\u05d0\u05d1",
          ":a, b",
          ";",
          "#",
          "%%{init: {}}%%",
          "section x",
          "web-1",
          " ");

  private final Random random;

  HostileTexts(Random random) {
    this.random = random;
  }

  @Override
  public String get() {
    var text = new StringBuilder();
    int count = random.nextInt(4);
    for (int i = 0; i <= count; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
