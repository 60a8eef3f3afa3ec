package foresail.script.word;

import foresail.script.syntax.Word;
import foresail.script.syntax.WordPart;
import foresail.script.syntax.WordPart.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Expands words. It runs through at once: where a command substitution's output is not known yet,
 * the scope leaves it by an exception, and the word is expanded again when the output is there.
 */
public final class Expansion {
  private final Scope scope;
  private final ParameterExpansion parameters;

  public Expansion(Scope scope) {
    this.scope = scope;
    this.parameters = new ParameterExpansion(scope, this);
  }

  /** The fields of several words, with file names matched. */
  public List<String> fields(List<Word> words) {
    var result = new ArrayList<String>();
    for (var word : words) {
      var constant = word.bare();
      if (constant.isPresent() && isPlain(constant.get())) {
        result.add(constant.get());
      } else {
        for (var field : expand(word, true, true).finish()) {
          var names =
              field.pattern().isEmpty() || !scope.globs()
                  ? List.<String>of()
                  : Globber.names(field.pattern(), scope.files(), scope.directory());
          if (names.isEmpty()) {
            result.add(field.text());
          } else {
            result.addAll(names);
          }
        }
      }
    }
    return result;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[~".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** A word as one text, without splitting: the value of an assignment. */
  public String text(Word word) {
    return expand(word, false, false).text();
  }

  /** A text with the length it has in the real shell. */
  public record Sized(String text, long length) {}

  /** As {@link #text}, with the real length. */
  public Sized sized(Word word) {
    var fields = expand(word, false, false);
    return new Sized(fields.text(), fields.length());
  }

  /** A word as a pattern: what was quoted is escaped. */
  public Pattern pattern(Word word) {
    return new Pattern(expand(word, false, true).pattern());
  }

  /** A word as a regular expression: what was quoted stands for itself. */
  public String regex(Word word) {
    var result = new StringBuilder();
    for (var part : word.parts()) {
      if (part instanceof WordPart.Quoted || part instanceof WordPart.DoubleQuoted) {
        result.append(Regex.quote(text(new Word(word.at(), List.of(part)))));
      } else {
        result.append(text(new Word(word.at(), List.of(part))));
      }
    }
    return result.toString();
  }

  /** The value of an arithmetic word. */
  public long number(Word word) {
    return Arithmetic.evaluate(text(word), scope);
  }

  private Fields expand(Word word, boolean splits, boolean patterns) {
    var fields = new Fields(splits, patterns, scope.get("IFS").orElse(" \t\n"));
    into(fields, word, false);
    return fields;
  }

  /** Adds a word's expansion; {@code quoted} where it stands in double quotes. */
  void into(Fields fields, Word word, boolean quoted) {
    boolean first = true;
    for (var part : word.parts()) {
      part(fields, part, quoted, first);
      first = false;
    }
  }

  private void part(Fields fields, WordPart part, boolean quoted, boolean first) {
    if (part instanceof WordPart.Literal literal) {
      if (quoted) {
        fields.quoted(literal.text());
      } else {
        fields.literal(first ? tilde(literal.text()) : literal.text());
      }
    } else if (part instanceof WordPart.Quoted text) {
      fields.quoted(text.text());
    } else if (part instanceof WordPart.DoubleQuoted inner) {
      doubleQuoted(fields, inner);
    } else if (part instanceof Parameter parameter) {
      parameters.expand(fields, parameter, quoted);
    } else if (part instanceof WordPart.CommandSubstitution substitution) {
      add(fields, scope.output(substitution), quoted);
    } else if (part instanceof WordPart.ArithmeticExpansion arithmetic) {
      add(fields, Long.toString(number(arithmetic.expression())), quoted);
    } else if (part instanceof WordPart.ProcessSubstitution substitution) {
      fields.quoted(scope.path(substitution));
    } else {
      throw new AssertionError(part);
    }
  }

  static void add(Fields fields, String value, boolean quoted) {
    if (quoted) {
      fields.quoted(value);
    } else {
      fields.expanded(value);
    }
  }

  private void doubleQuoted(Fields fields, WordPart.DoubleQuoted quoted) {
    // "$@" without parameters is no field at all, "" is an empty one.
    boolean onlyParameters = quoted.parts().size() == 1 && isAll(quoted.parts().get(0));
    if (!onlyParameters) {
      fields.quoted("");
    }
    for (var part : quoted.parts()) {
      part(fields, part, true, false);
    }
  }

  private static boolean isAll(WordPart part) {
    return part instanceof Parameter parameter
        && (parameter.name().equals("@")
            || parameter.index().flatMap(Word::bare).filter("@"::equals).isPresent()
            || parameter.index().flatMap(Word::constant).filter("@"::equals).isPresent());
  }

  private String tilde(String text) {
    if (!text.startsWith("~") || (text.length() > 1 && text.charAt(1) != '/')) {
      return text;
    }
    return scope.get("HOME").orElse("/root") + text.substring(1);
  }
}
