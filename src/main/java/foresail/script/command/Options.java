package foresail.script.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options and operands of a call: {@code -qc 5 --name=value file}. */
final class Options {
  private final Map<String, List<String>> given = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();

  private Options() {}

  /**
   * Reads arguments.
   *
   * @param withValue letters of short options that take a value
   * @param longWithValue long options, without dashes, that take the next word as their value
   */
  static Options of(List<String> arguments, String withValue, String... longWithValue) {
    return read(arguments, withValue, false, longWithValue);
  }

  /**
   * As {@link #of}, for programs whose operands are another command: stops at the first operand.
   */
  static Options upToOperand(List<String> arguments, String withValue, String... longWithValue) {
    return read(arguments, withValue, true, longWithValue);
  }

  private static Options read(
      List<String> arguments, String withValue, boolean stops, String... longWithValue) {
    var options = new Options();
    int i = 0;
    while (i < arguments.size()) {
      var word = arguments.get(i++);
      if (word.equals("--")) {
        break;
      }
      if (word.startsWith("--")) {
        i = options.longOption(arguments, i, word.substring(2), List.of(longWithValue));
      } else if (word.length() > 1 && word.startsWith("-")) {
        i = options.shortOptions(arguments, i, word, withValue);
      } else {
        options.operands.add(word);
        if (stops) {
          break;
        }
      }
    }
    options.operands.addAll(arguments.subList(i, arguments.size()));
    return options;
  }

  private int longOption(List<String> arguments, int next, String word, List<String> withValue) {
    int equals = word.indexOf('=');
    if (equals >= 0) {
      add(word.substring(0, equals), word.substring(equals + 1));
    } else if (withValue.contains(word) && next < arguments.size()) {
      add(word, arguments.get(next));
      return next + 1;
    } else {
      add(word, "");
    }
    return next;
  }

  private int shortOptions(List<String> arguments, int next, String word, String withValue) {
    for (int i = 1; i < word.length(); i++) {
      var letter = word.substring(i, i + 1);
      if (withValue.contains(letter)) {
        if (i + 1 < word.length()) {
          add(letter, word.substring(i + 1));
          return next;
        }
        add(letter, next < arguments.size() ? arguments.get(next) : "");
        return Math.min(next + 1, arguments.size());
      }
      add(letter, "");
    }
    return next;
  }

  private void add(String name, String value) {
    given.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
  }

  /** Whether any of the options is given. */
  boolean has(String... names) {
    for (var name : names) {
      if (given.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** The last value of the first of the options that is given. */
  Optional<String> value(String... names) {
    for (var name : names) {
      var values = given.get(name);
      if (values != null) {
        return Optional.of(values.get(values.size() - 1));
      }
    }
    return Optional.empty();
  }

  List<String> values(String name) {
    return given.getOrDefault(name, List.of());
  }

  List<String> operands() {
    return operands;
  }
}
