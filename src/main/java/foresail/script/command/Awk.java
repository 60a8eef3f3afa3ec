package foresail.script.command;

import foresail.script.word.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** awk, as far as it is {@code '/regex/ {print $N, "text"}'}; anything else is unknown. */
final class Awk {
  private Awk() {}

  /** A piece of what is printed: a field by its number (-1: the last), or a text. */
  private record Item(int field, String text) {}

  static Outcome run(Invocation call) {
    var options = Options.upToOperand(call.arguments(), "Fv");
    if (options.operands().isEmpty()) {
      return call.fail("usage: awk PROGRAM [FILE]...", 2);
    }
    var program = options.operands().get(0).strip();
    var unknown = new Outcome.Unknowable("the awk program is not read");
    Optional<Regex> condition = Optional.empty();
    if (program.startsWith("/")) {
      int end = program.indexOf('/', 1);
      if (end < 0) {
        return unknown;
      }
      condition = Regex.of(program.substring(1, end), true, false);
      if (condition.isEmpty()) {
        return unknown;
      }
      program = program.substring(end + 1).strip();
    }
    var items = items(program);
    if (items.isEmpty() || options.has("v")) {
      return unknown;
    }
    var separator = options.value("F").map(Escapes::expand);
    var chosen = condition;
    return Lines.each(
        call,
        Commands.rest(options.operands(), 1),
        new Lines.Filter() {
          @Override
          public boolean line(String full) {
            var line = Lines.chomp(full);
            if (chosen.isEmpty() || chosen.get().find(line)) {
              call.out(printed(items.get(), line, fields(line, separator)) + "\n");
            }
            return true;
          }

          @Override
          public Outcome end(int status) {
            return Outcome.done(status == 0 ? 0 : 2);
          }
        });
  }

  private static List<String> fields(String line, Optional<String> separator) {
    if (separator.isEmpty() || separator.get().equals(" ")) {
      return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
    }
    var expression =
        separator.get().length() == 1
            ? Regex.literal(separator.get(), false)
            : Regex.of(separator.get(), true, false).orElse(Regex.literal(separator.get(), false));
    var fields = new ArrayList<String>();
    int from = 0;
    for (var match = expression.match(line, from);
        match.isPresent() && match.get().end() > match.get().start();
        match = expression.match(line, from)) {
      fields.add(line.substring(from, match.get().start()));
      from = match.get().end();
    }
    fields.add(line.substring(from));
    return fields;
  }

  private static String printed(List<Item> items, String line, List<String> fields) {
    var text = new StringBuilder();
    for (var item : items) {
      if (item.text() != null) {
        text.append(item.text());
      } else if (item.field() == 0) {
        text.append(line);
      } else {
        int index = item.field() < 0 ? fields.size() + item.field() : item.field() - 1;
        text.append(index >= 0 && index < fields.size() ? fields.get(index) : "");
      }
    }
    return text.toString();
  }

  /** Reads {@code {print $1, "x" $NF}}; empty where it is anything else. */
  private static Optional<List<Item>> items(String program) {
    if (program.isEmpty()) {
      return Optional.of(List.of(new Item(0, null)));
    }
    if (!program.startsWith("{") || !program.endsWith("}")) {
      return Optional.empty();
    }
    var body = program.substring(1, program.length() - 1).strip();
    if (body.endsWith(";")) {
      body = body.substring(0, body.length() - 1).strip();
    }
    if (!body.startsWith("print") || (body.length() > 5 && " \t$\"".indexOf(body.charAt(5)) < 0)) {
      return Optional.empty();
    }
    return list(body.substring(5).strip());
  }

  private static Optional<List<Item>> list(String text) {
    var items = new ArrayList<Item>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t') {
        i++;
      } else if (c == ',') {
        items.add(new Item(0, " "));
        i++;
      } else if (c == '"') {
        int end = text.indexOf('"', i + 1);
        if (end < 0) {
          return Optional.empty();
        }
        items.add(new Item(0, Escapes.expand(text.substring(i + 1, end))));
        i = end + 1;
      } else if (text.startsWith("$NF", i)) {
        items.add(new Item(-1, null));
        i += 3;
      } else if (text.startsWith("$(NF-1)", i)) {
        items.add(new Item(-2, null));
        i += 7;
      } else if (c == '$') {
        int end = i + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end)) && end - i < 6) {
          end++;
        }
        if (end == i + 1) {
          return Optional.empty();
        }
        items.add(new Item(Integer.parseInt(text.substring(i + 1, end)), null));
        i = end;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(items.isEmpty() ? List.of(new Item(0, null)) : items);
  }
}
