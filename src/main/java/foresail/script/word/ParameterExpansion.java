package foresail.script.word;

import foresail.script.syntax.ParameterOperation;
import foresail.script.syntax.Word;
import foresail.script.syntax.WordPart.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Expands <code>${...}</code> in all its forms. */
final class ParameterExpansion {
  private final Scope scope;
  private final Expansion words;

  ParameterExpansion(Scope scope, Expansion words) {
    this.scope = scope;
    this.words = words;
  }

  void expand(Fields fields, Parameter parameter, boolean quoted) {
    var operation = parameter.operation();
    if (operation instanceof ParameterOperation.Length) {
      Expansion.add(fields, Long.toString(length(parameter)), quoted);
    } else if (operation instanceof ParameterOperation.Indices) {
      all(fields, indices(parameter), star(parameter), quoted);
    } else if (operation instanceof ParameterOperation.Substitute substitute) {
      substitute(fields, parameter, substitute, quoted);
    } else if (isList(parameter)) {
      list(fields, parameter, quoted);
    } else {
      single(fields, parameter, quoted);
    }
  }

  private void single(Fields fields, Parameter parameter, boolean quoted) {
    var value = value(parameter);
    if (parameter.operation() instanceof ParameterOperation.Indirect) {
      value = scope.get(named(parameter, value));
    }
    if (value.isEmpty() && scope.rejectsUnset()) {
      throw ExpansionFailure.unset(parameter.name());
    }
    var text = change(parameter.operation()).apply(value.orElse(""));
    Expansion.add(fields, text, quoted);
    if (parameter.operation() instanceof ParameterOperation.Plain
        && text.length() >= Fields.LONGEST) {
      fields.lengthen(scope.length(parameter.name()) - text.length());
    }
  }

  private static String named(Parameter parameter, Optional<String> value) {
    return value
        .filter(name -> name.matches("[A-Za-z_][A-Za-z_0-9]*|[0-9]+|[@*#?$!-]"))
        .orElseThrow(() -> ExpansionFailure.of(parameter.name() + ": invalid indirect expansion"));
  }

  private void list(Fields fields, Parameter parameter, boolean quoted) {
    var values = values(parameter);
    if (parameter.operation() instanceof ParameterOperation.Substring substring) {
      values = slice(parameter, values, substring);
    } else {
      var change = change(parameter.operation());
      values = values.stream().map(change).toList();
    }
    all(fields, values, star(parameter), quoted);
  }

  /** {@code $@} gives a field each; {@code "$*"} joins with the first character of IFS. */
  private void all(Fields fields, List<String> values, boolean star, boolean quoted) {
    if ((star && quoted) || !fields.splits()) {
      var separators = scope.get("IFS").orElse(" ");
      var separator = !star ? " " : separators.isEmpty() ? "" : separators.substring(0, 1);
      Expansion.add(fields, String.join(separator, values), quoted);
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        fields.next();
      }
      Expansion.add(fields, values.get(i), quoted);
    }
  }

  private void substitute(
      Fields fields,
      Parameter parameter,
      ParameterOperation.Substitute substitute,
      boolean quoted) {
    var values =
        isList(parameter) ? values(parameter) : value(parameter).map(List::of).orElse(List.of());
    boolean missing =
        values.isEmpty() || (substitute.emptyToo() && String.join("", values).isEmpty());
    switch (substitute.kind()) {
      case '+' -> {
        if (!missing) {
          words.into(fields, substitute.word(), quoted);
        }
      }
      case '-' -> {
        if (missing) {
          words.into(fields, substitute.word(), quoted);
        } else {
          all(fields, values, star(parameter), quoted);
        }
      }
      case '=' -> {
        if (missing) {
          var value = words.text(substitute.word());
          scope.set(parameter.name(), value);
          Expansion.add(fields, value, quoted);
        } else {
          all(fields, values, star(parameter), quoted);
        }
      }
      default -> {
        if (missing) {
          var message = words.text(substitute.word());
          throw ExpansionFailure.of(
              parameter.name() + ": " + (message.isEmpty() ? "parameter not set" : message));
        }
        all(fields, values, star(parameter), quoted);
      }
    }
  }

  private UnaryOperator<String> change(ParameterOperation operation) {
    if (operation instanceof ParameterOperation.Trim trim) {
      var pattern = words.pattern(trim.pattern());
      return trim.suffix()
          ? text -> pattern.withoutSuffix(text, trim.longest())
          : text -> pattern.withoutPrefix(text, trim.longest());
    }
    if (operation instanceof ParameterOperation.Replace replace) {
      var pattern = words.pattern(replace.pattern());
      var replacement = words.text(replace.replacement());
      return text -> pattern.replace(text, replacement, replace.all(), replace.anchor());
    }
    if (operation instanceof ParameterOperation.Substring substring) {
      return text -> substring(text, substring);
    }
    if (operation instanceof ParameterOperation.ChangeCase change) {
      return text -> changeCase(text, change);
    }
    return text -> text;
  }

  private static String changeCase(String text, ParameterOperation.ChangeCase change) {
    int end = change.all() ? text.length() : Math.min(1, text.length());
    var head = text.substring(0, end);
    return (change.upper() ? head.toUpperCase(Locale.ROOT) : head.toLowerCase(Locale.ROOT))
        + text.substring(end);
  }

  private String substring(String text, ParameterOperation.Substring operation) {
    long offset = words.number(operation.offset());
    long start = offset < 0 ? text.length() + offset : offset;
    if (start < 0 || start > text.length()) {
      return "";
    }
    long length = operation.length().map(words::number).orElse((long) text.length());
    long end = length < 0 ? text.length() + length : Math.min(text.length(), start + length);
    return end <= start ? "" : text.substring((int) start, (int) end);
  }

  private List<String> slice(
      Parameter parameter, List<String> values, ParameterOperation.Substring operation) {
    long offset = words.number(operation.offset());
    // Positions count from 1; position 0 is the shell's name.
    long base = parameter.index().isEmpty() && offset > 0 ? offset - 1 : offset;
    long start = base < 0 ? values.size() + base : base;
    long length = operation.length().map(words::number).orElse((long) values.size());
    if (start < 0 || start >= values.size() || length <= 0) {
      return List.of();
    }
    return values.subList((int) start, (int) Math.min(values.size(), start + length));
  }

  private long length(Parameter parameter) {
    if (isList(parameter)) {
      return values(parameter).size();
    }
    var value = value(parameter);
    if (value.isEmpty() && scope.rejectsUnset()) {
      throw ExpansionFailure.unset(parameter.name());
    }
    return parameter.index().isEmpty()
            && value.isPresent()
            && value.get().length() >= Fields.LONGEST
        ? scope.length(parameter.name())
        : value.orElse("").length();
  }

  private static boolean isList(Parameter parameter) {
    return parameter.name().equals("@")
        || parameter.name().equals("*")
        || parameter
            .index()
            .flatMap(Word::constant)
            .filter(i -> i.equals("@") || i.equals("*"))
            .isPresent();
  }

  private static boolean star(Parameter parameter) {
    return parameter.name().equals("*")
        || parameter.index().flatMap(Word::constant).filter("*"::equals).isPresent();
  }

  private List<String> values(Parameter parameter) {
    if (parameter.index().isEmpty()) {
      return scope.positional();
    }
    return scope
        .array(parameter.name())
        .<List<String>>map(elements -> new ArrayList<>(elements.values()))
        .orElseGet(() -> scope.get(parameter.name()).map(List::of).orElse(List.of()));
  }

  private List<String> indices(Parameter parameter) {
    return scope.array(parameter.name()).orElseGet(TreeMap::new).keySet().stream()
        .map(String::valueOf)
        .toList();
  }

  private Optional<String> value(Parameter parameter) {
    if (parameter.index().isEmpty()) {
      return scope.get(parameter.name());
    }
    long index = words.number(parameter.index().get());
    var elements = scope.array(parameter.name());
    if (elements.isEmpty()) {
      return index == 0 ? scope.get(parameter.name()) : Optional.empty();
    }
    if (index < 0 && !elements.get().isEmpty()) {
      index += elements.get().lastKey() + 1;
    }
    return Optional.ofNullable(elements.get().get((int) index));
  }
}
