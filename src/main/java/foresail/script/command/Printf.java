package foresail.script.command;

import java.util.List;
import java.util.Locale;

/** printf: the format is used again until no operand is left. */
final class Printf {
  private final Invocation call;
  private final String format;
  private final List<String> operands;
  private final StringBuilder output = new StringBuilder();
  private int next;
  private int status;
  private boolean cut;

  private Printf(Invocation call, String format, List<String> operands) {
    this.call = call;
    this.format = format;
    this.operands = operands;
  }

  static Outcome run(Invocation call) {
    var words = call.arguments();
    int first = !words.isEmpty() && words.get(0).equals("--") ? 1 : 0;
    if (!words.isEmpty() && words.get(0).equals("-v")) {
      return new Outcome.Unknowable("printf -v is not read");
    }
    if (first >= words.size()) {
      return call.fail("usage: printf FORMAT [ARG]...", 2);
    }
    var printf = new Printf(call, words.get(first), words.subList(first + 1, words.size()));
    return printf.run();
  }

  private Outcome run() {
    do {
      int before = next;
      once();
      if (next == before) {
        break;
      }
    } while (next < operands.size() && !cut);
    call.out(output.toString());
    return Outcome.done(status);
  }

  private void once() {
    int i = 0;
    while (i < format.length() && !cut) {
      char c = format.charAt(i);
      if (c == '%') {
        i = conversion(i + 1);
      } else if (c == '\\') {
        int end = escapeEnd(i);
        append(Escapes.expand(format.substring(i, end)));
        i = end;
      } else {
        output.append(c);
        i++;
      }
    }
  }

  private int escapeEnd(int start) {
    int i = start + 1;
    if (i < format.length() && format.charAt(i) == 'x') {
      i++;
      while (i < format.length() && i < start + 4 && Character.digit(format.charAt(i), 16) >= 0) {
        i++;
      }
      return i;
    }
    int digits = i;
    while (digits < format.length()
        && digits < i + 3
        && Character.digit(format.charAt(digits), 8) >= 0) {
      digits++;
    }
    return digits > i ? digits : Math.min(format.length(), i + 1);
  }

  private void append(String text) {
    if (text.endsWith("\0")) {
      output.append(text, 0, text.length() - 1);
      cut = true;
    } else {
      output.append(text);
    }
  }

  private int conversion(int start) {
    int i = start;
    var flags = new StringBuilder();
    while (i < format.length() && "-+ #0123456789.*".indexOf(format.charAt(i)) >= 0) {
      if (format.charAt(i) == '*') {
        flags.append(number());
      } else {
        flags.append(format.charAt(i));
      }
      i++;
    }
    while (i < format.length() && (format.charAt(i) == 'l' || format.charAt(i) == 'h')) {
      i++;
    }
    if (i >= format.length()) {
      output.append('%').append(flags);
      return i;
    }
    convert(format.charAt(i), flags.toString());
    return i + 1;
  }

  private void convert(char letter, String flags) {
    try {
      switch (letter) {
        case '%' -> output.append('%');
        case 's' -> output.append(String.format(Locale.ROOT, "%" + clean(flags) + "s", operand()));
        case 'b' -> append(Escapes.expand(operand()));
        case 'q' -> output.append("'").append(operand()).append("'");
        case 'c' -> {
          var text = operand();
          output.append(text.isEmpty() ? "" : text.substring(0, 1));
        }
        case 'd', 'i', 'u' ->
            output.append(String.format(Locale.ROOT, "%" + noPrecision(flags) + "d", number()));
        case 'x', 'X', 'o' ->
            output.append(String.format(Locale.ROOT, "%" + noPrecision(flags) + letter, number()));
        case 'f', 'e', 'g', 'F', 'E', 'G' ->
            output.append(
                String.format(Locale.ROOT, "%" + flags + (letter == 'F' ? 'f' : letter), real()));
        default -> {
          call.error(call.name() + ": %" + letter + ": invalid format\n");
          status = 1;
        }
      }
    } catch (java.util.IllegalFormatException badFlags) {
      call.error(call.name() + ": %" + flags + letter + ": invalid format\n");
      status = 1;
    }
  }

  /** Java knows no 0 flag for text. */
  private static String clean(String flags) {
    var result = flags.replace("+", "").replace(" ", "").replace("#", "");
    while (result.startsWith("0")) {
      result = result.substring(1);
    }
    return result.endsWith(".") ? result + "0" : result;
  }

  private static String noPrecision(String flags) {
    int dot = flags.indexOf('.');
    if (dot < 0) {
      return flags;
    }
    var digits = flags.substring(dot + 1);
    return digits.isEmpty() ? flags.substring(0, dot) : "0" + digits;
  }

  private String operand() {
    return next < operands.size() ? operands.get(next++) : "";
  }

  private long number() {
    var text = operand().strip();
    try {
      if (text.isEmpty()) {
        return 0;
      }
      if (text.startsWith("'") || text.startsWith("\"")) {
        return text.length() > 1 ? text.charAt(1) : 0;
      }
      return text.startsWith("0x")
          ? Long.parseLong(text.substring(2), 16)
          : text.length() > 1 && text.startsWith("0")
              ? Long.parseLong(text, 8)
              : Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      call.error(call.name() + ": " + text + ": invalid number\n");
      status = 1;
      return 0;
    }
  }

  private double real() {
    var text = operand().strip();
    try {
      return text.isEmpty() ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      call.error(call.name() + ": " + text + ": invalid number\n");
      status = 1;
      return 0;
    }
  }
}
