package foresail.script.command;

import java.math.BigDecimal;
import java.util.List;

/** Programs that only print. */
final class Printing {
  /** More lines than this nobody reads; the rest is cut. */
  private static final int MOST_LINES = 1_000_000;

  private Printing() {}

  static Outcome echo(Invocation call) {
    var words = call.arguments();
    boolean newline = true;
    boolean escapes = false;
    int first = 0;
    while (first < words.size() && words.get(first).matches("-[neE]+")) {
      newline &= words.get(first).indexOf('n') < 0;
      escapes |= words.get(first).indexOf('e') > 0;
      first++;
    }
    var text = String.join(" ", words.subList(first, words.size()));
    if (escapes) {
      text = Escapes.expand(text);
      if (text.endsWith("\0")) {
        call.out(text.substring(0, text.length() - 1));
        return Outcome.done(0);
      }
    }
    call.out(newline ? text + "\n" : text);
    return Outcome.done(0);
  }

  /** Fills the pipe, then waits: its reader takes what it needs. */
  static Outcome yes(Invocation call) {
    var words = call.arguments();
    var line = (words.isEmpty() ? "y" : String.join(" ", words)) + "\n";
    call.out(line.repeat(1 + 100_000 / line.length()));
    return Outcome.forEver();
  }

  static Outcome seq(Invocation call) {
    var options = Options.of(numbersAsOperands(call.arguments()), "sf");
    var operands =
        options.operands().stream()
            .map(word -> word.startsWith("\0") ? word.substring(1) : word)
            .toList();
    try {
      var numbers = operands.stream().map(BigDecimal::new).toList();
      var first = numbers.size() > 1 ? numbers.get(0) : BigDecimal.ONE;
      var step = numbers.size() > 2 ? numbers.get(1) : BigDecimal.ONE;
      var last = numbers.get(numbers.size() - 1);
      int scale = Math.max(first.scale(), step.scale());
      if (step.signum() == 0) {
        return call.fail("invalid Zero increment value");
      }
      print(call, options, first.setScale(scale), step, last);
      return Outcome.done(0);
    } catch (NumberFormatException | IndexOutOfBoundsException notNumbers) {
      return call.fail("invalid number");
    }
  }

  /** A negative number is no option; NUL protects it. */
  private static List<String> numbersAsOperands(List<String> words) {
    return words.stream().map(word -> word.matches("-[0-9.]+") ? "\0" + word : word).toList();
  }

  private static void print(
      Invocation call, Options options, BigDecimal first, BigDecimal step, BigDecimal last) {
    var separator = options.value("s").map(Escapes::expand).orElse("\n");
    var text = new StringBuilder();
    int width =
        options.has("w")
            ? Math.max(first.toPlainString().length(), last.toPlainString().length())
            : 0;
    int lines = 0;
    for (var value = first;
        (step.signum() > 0 ? value.compareTo(last) <= 0 : value.compareTo(last) >= 0)
            && lines < MOST_LINES;
        value = value.add(step)) {
      if (lines++ > 0) {
        text.append(separator);
      }
      var number = value.toPlainString();
      text.append("0".repeat(Math.max(0, width - number.length()))).append(number);
    }
    if (lines > 0) {
      call.out(text.append('\n').toString());
    }
  }
}
