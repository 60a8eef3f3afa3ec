package foresail.script.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Programs that work on the characters or fields of lines, or on their order. */
final class Columns {
  private Columns() {}

  /** Changes each line, without its line end. */
  static Outcome mapped(Invocation call, List<String> files, UnaryOperator<String> change) {
    return Lines.each(
        call,
        files,
        new Lines.Filter() {
          @Override
          public boolean line(String line) {
            call.out(change.apply(Lines.chomp(line)) + "\n");
            return true;
          }

          @Override
          public Outcome end(int status) {
            return Outcome.done(status);
          }
        });
  }

  /** Collects all lines, without line ends, and prints what becomes of them. */
  private static Outcome collected(
      Invocation call, List<String> files, UnaryOperator<List<String>> change) {
    var lines = new ArrayList<String>();
    return Lines.each(
        call,
        files,
        new Lines.Filter() {
          @Override
          public boolean line(String line) {
            return lines.add(Lines.chomp(line));
          }

          @Override
          public Outcome end(int status) {
            var text = new StringBuilder();
            change.apply(lines).forEach(line -> text.append(line).append('\n'));
            call.out(text.toString());
            return Outcome.done(status);
          }
        });
  }

  static Outcome rev(Invocation call) {
    return mapped(call, call.arguments(), line -> new StringBuilder(line).reverse().toString());
  }

  static Outcome tr(Invocation call) {
    var options = Options.of(call.arguments(), "");
    var sets = options.operands();
    if (sets.isEmpty()) {
      return call.fail("missing operand");
    }
    var from = set(sets.get(0));
    var to = sets.size() > 1 ? set(sets.get(1)) : "";
    boolean deletes = options.has("d");
    boolean complement = options.has("c", "C");
    boolean squeezes = options.has("s");
    return Lines.each(
        call,
        List.of(),
        new Lines.Filter() {
          private char last;

          @Override
          public boolean line(String line) {
            var result = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
              char c = line.charAt(i);
              int index = from.indexOf(c);
              boolean in = (index >= 0) != complement;
              if (in && deletes) {
                continue;
              }
              char changed =
                  in && !to.isEmpty()
                      ? to.charAt(complement ? to.length() - 1 : Math.min(index, to.length() - 1))
                      : c;
              if (in && squeezes && last == changed) {
                continue;
              }
              last = in ? changed : '\0';
              result.append(changed);
            }
            call.out(result.toString());
            return true;
          }

          @Override
          public Outcome end(int status) {
            return Outcome.done(status);
          }
        });
  }

  private static String set(String text) {
    var plain = Escapes.expand(text);
    var named =
        plain
            .replace("[:upper:]", "A-Z")
            .replace("[:lower:]", "a-z")
            .replace("[:digit:]", "0-9")
            .replace("[:alpha:]", "A-Za-z")
            .replace("[:alnum:]", "A-Za-z0-9")
            .replace("[:space:]", " \t\n\r\f\013")
            .replace("[:blank:]", " \t")
            .replace("[:punct:]", "!-/:-@[-`{-~");
    var result = new StringBuilder();
    for (int i = 0; i < named.length(); i++) {
      if (i + 2 < named.length() && named.charAt(i + 1) == '-') {
        for (int c = named.charAt(i); c <= named.charAt(i + 2); c++) {
          result.append((char) c);
        }
        i += 2;
      } else {
        result.append(named.charAt(i));
      }
    }
    return result.toString();
  }

  static Outcome cut(Invocation call) {
    var options = Options.of(call.arguments(), "dfcb", "delimiter", "fields", "output-delimiter");
    var delimiter = options.value("d", "delimiter").filter(d -> !d.isEmpty()).orElse("\t");
    boolean fields = options.has("f", "fields");
    var list = options.value("f", "fields", "c", "b");
    if (list.isEmpty() || !list.get().matches("[0-9,-]+")) {
      return call.fail("expected a list of bytes, characters, or fields");
    }
    return mapped(
        call,
        options.operands(),
        line -> {
          if (!fields) {
            return String.join("", picked(list.get(), line.split("")));
          }
          return line.contains(delimiter)
              ? String.join(
                  delimiter,
                  picked(list.get(), line.split(java.util.regex.Pattern.quote(delimiter), -1)))
              : line;
        });
  }

  private static List<String> picked(String list, String[] pieces) {
    var result = new ArrayList<String>();
    for (int i = 1; i <= pieces.length; i++) {
      for (var range : list.split(",")) {
        int dash = range.indexOf('-');
        int low = number(dash < 0 ? range : range.substring(0, dash), 1);
        int high = dash < 0 ? low : number(range.substring(dash + 1), Integer.MAX_VALUE);
        if (i >= low && i <= high) {
          result.add(pieces[i - 1]);
          break;
        }
      }
    }
    return result;
  }

  private static int number(String text, int otherwise) {
    return text.isEmpty() || text.length() > 9 || !text.chars().allMatch(Character::isDigit)
        ? otherwise
        : Integer.parseInt(text);
  }

  static Outcome sort(Invocation call) {
    var options = Options.of(call.arguments(), "kto", "key", "field-separator");
    var separator = options.value("t", "field-separator");
    int key =
        options.value("k", "key").map(text -> number(text.split("[^0-9]", 2)[0], 1)).orElse(0);
    boolean numeric =
        options.has("n", "g") || options.value("k", "key").filter(k -> k.endsWith("n")).isPresent();
    Comparator<String> order =
        numeric
            ? Comparator.<String>comparingDouble(line -> leadingNumber(field(line, separator, key)))
                .thenComparing(Comparator.naturalOrder())
            : Comparator.<String, String>comparing(line -> field(line, separator, key))
                .thenComparing(Comparator.naturalOrder());
    if (options.has("V")) {
      return new Outcome.Unknowable("sort -V is not read");
    }
    return collected(
        call,
        options.operands(),
        lines -> {
          var sorted =
              new ArrayList<String>(options.has("u") ? new LinkedHashSet<String>(lines) : lines);
          sorted.sort(options.has("r") ? order.reversed() : order);
          return sorted;
        });
  }

  private static String field(String line, Optional<String> separator, int key) {
    if (key < 1) {
      return line;
    }
    var pieces =
        separator.isPresent()
            ? line.split(java.util.regex.Pattern.quote(separator.get()), -1)
            : line.strip().split("\\s+");
    return key <= pieces.length ? pieces[key - 1] : "";
  }

  private static double leadingNumber(String text) {
    int end = 0;
    var stripped = text.strip();
    while (end < stripped.length() && "-.0123456789".indexOf(stripped.charAt(end)) >= 0) {
      end++;
    }
    try {
      return end == 0 ? 0 : Double.parseDouble(stripped.substring(0, end));
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  static Outcome uniq(Invocation call) {
    var options = Options.of(call.arguments(), "fsw");
    return collected(
        call,
        options.operands(),
        lines -> {
          var result = new ArrayList<String>();
          for (int i = 0; i < lines.size(); ) {
            int end = i;
            while (end < lines.size() && lines.get(end).equals(lines.get(i))) {
              end++;
            }
            int count = end - i;
            boolean shown = options.has("d") ? count > 1 : !options.has("u") || count == 1;
            if (shown) {
              result.add(
                  options.has("c") ? String.format("%7d %s", count, lines.get(i)) : lines.get(i));
            }
            i = end;
          }
          return result;
        });
  }

  static Outcome base64(Invocation call) {
    var options = Options.of(call.arguments(), "w");
    boolean decodes = options.has("d", "D", "decode");
    var text = new StringBuilder();
    return Lines.each(
        call,
        options.operands(),
        new Lines.Filter() {
          @Override
          public boolean line(String line) {
            text.append(line);
            return true;
          }

          @Override
          public Outcome end(int status) {
            try {
              if (decodes) {
                var bytes = Base64.getMimeDecoder().decode(text.toString());
                call.out(new String(bytes, StandardCharsets.UTF_8));
              } else {
                var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                call.out(Base64.getEncoder().encodeToString(bytes) + "\n");
              }
              return Outcome.done(status);
            } catch (IllegalArgumentException notBase64) {
              return call.fail("invalid input");
            }
          }
        });
  }
}
