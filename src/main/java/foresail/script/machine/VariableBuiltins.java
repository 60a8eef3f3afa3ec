package foresail.script.machine;

import foresail.script.word.Arithmetic;
import foresail.script.word.ExpansionFailure;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Built-ins about variables. */
final class VariableBuiltins {
  private VariableBuiltins() {}

  /** {@code name} or {@code name=value}. */
  private record Operand(String name, Optional<String> value, boolean append) {
    static Operand of(String word) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        return new Operand(word, Optional.empty(), false);
      }
      boolean append = word.charAt(equals - 1) == '+';
      return new Operand(
          word.substring(0, append ? equals - 1 : equals),
          Optional.of(word.substring(equals + 1)),
          append);
    }

    boolean isValid() {
      return isName(name);
    }
  }

  /** Whether a text can be assigned to: a name, or an element of an array. */
  static boolean isName(String name) {
    return name.matches("[A-Za-z_][A-Za-z_0-9]*(\\[[0-9]{1,9}\\])?");
  }

  private static void assign(Process process, Operand operand) {
    operand
        .value()
        .ifPresent(
            text -> {
              var variables = process.shell.variables;
              var before = operand.append() ? variables.get(operand.name()).orElse("") : "";
              variables.set(operand.name(), before + text);
            });
  }

  private static boolean refuses(Process process, List<String> words, Operand operand) {
    if (operand.isValid()) {
      return false;
    }
    process.error(words.get(0) + ": " + operand.name() + ": bad variable name\n");
    process.status = 2;
    return true;
  }

  static void export(Process process, List<String> words) {
    mark(process, words, true, false);
  }

  static void readonly(Process process, List<String> words) {
    mark(process, words, false, true);
  }

  private static void mark(Process process, List<String> words, boolean export, boolean readonly) {
    process.status = 0;
    boolean lists = words.size() == 1 || words.equals(List.of(words.get(0), "-p"));
    if (lists) {
      process
          .shell
          .variables
          .environment()
          .forEach((name, value) -> process.out("export " + name + "='" + value + "'\n"));
      return;
    }
    for (var word : words.subList(1, words.size())) {
      if (word.startsWith("-")) {
        continue;
      }
      var operand = Operand.of(word);
      if (refuses(process, words, operand)) {
        return;
      }
      assign(process, operand);
      process.shell.variables.mark(operand.name(), export, readonly);
    }
  }

  static void local(Process process, List<String> words) {
    declare(process, words);
  }

  /** Inside a function a declaration is local. */
  static void declare(Process process, List<String> words) {
    process.status = 0;
    var function = function(process);
    boolean export = false;
    boolean array = false;
    boolean global = false;
    for (var word : words.subList(1, words.size())) {
      if (word.startsWith("-")) {
        if (word.indexOf('A') > 0) {
          throw ExpansionFailure.unsupported("arrays with text keys are not read");
        }
        export |= word.indexOf('x') > 0;
        array |= word.indexOf('a') > 0;
        global |= word.indexOf('g') > 0;
        continue;
      }
      var operand = Operand.of(word);
      if (refuses(process, words, operand)) {
        return;
      }
      if (function.isPresent() && !global) {
        function.get().makeLocal(process, operand.name());
        if (operand.value().isEmpty()) {
          process.shell.variables.restore(operand.name(), Optional.empty());
        }
      }
      assign(process, operand);
      if (array && operand.value().isEmpty()) {
        process.shell.variables.setElements(operand.name(), new TreeMap<>());
      }
      if (export) {
        process.shell.variables.mark(operand.name(), true, false);
      }
    }
  }

  private static Optional<FunctionFrame> function(Process process) {
    for (var frame : process.frames()) {
      if (frame instanceof FunctionFrame function) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  static void unset(Process process, List<String> words) {
    process.status = 0;
    boolean functions = false;
    for (var word : words.subList(1, words.size())) {
      if (word.equals("-f")) {
        functions = true;
      } else if (functions) {
        process.shell.functions.remove(word);
      } else if (!word.equals("-v")) {
        var operand = new Operand(word, Optional.empty(), false);
        if (refuses(process, words, operand)) {
          return;
        }
        process.shell.variables.unset(word);
      }
    }
  }

  static void let(Process process, List<String> words) {
    long value = 0;
    for (var word : words.subList(1, words.size())) {
      var scope = new Replay(process);
      value = Arithmetic.evaluate(word, scope);
      scope.commit();
    }
    process.status = value == 0 ? 1 : 0;
  }
}
