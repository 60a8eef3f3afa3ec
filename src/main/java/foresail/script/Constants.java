package foresail.script;

import foresail.script.syntax.Command;
import foresail.script.syntax.ParameterOperation;
import foresail.script.syntax.Program;
import foresail.script.syntax.Redirection;
import foresail.script.syntax.Word;
import foresail.script.syntax.WordPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of words that do not depend on running the script. */
final class Constants {
  private final Facts facts;

  /** Variables that the script itself sets to a constant; an empty value is not known. */
  private final Map<String, Optional<String>> assigned = new HashMap<>();

  Constants(Facts facts) {
    this.facts = facts;
  }

  void set(String name, Optional<String> value) {
    assigned.put(name, value);
  }

  Optional<String> variable(String name) {
    var own = assigned.get(name);
    return own != null ? own : facts.variable(name);
  }

  /** The word's text, empty if any part of it is not known. */
  Optional<String> text(Word word) {
    return text(word.parts());
  }

  private Optional<String> text(List<WordPart> parts) {
    var result = new StringBuilder();
    for (var part : parts) {
      var text = text(part);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      result.append(text.get());
    }
    return Optional.of(result.toString());
  }

  private Optional<String> text(WordPart part) {
    if (part instanceof WordPart.Literal literal) {
      return Optional.of(literal.text());
    } else if (part instanceof WordPart.Quoted quoted) {
      return Optional.of(quoted.text());
    } else if (part instanceof WordPart.DoubleQuoted quoted) {
      return text(quoted.parts());
    } else if (part instanceof WordPart.Parameter parameter) {
      return parameter(parameter);
    } else if (part instanceof WordPart.CommandSubstitution substitution) {
      return fileRead(substitution.body())
          .flatMap(this::text)
          .flatMap(facts::file)
          .map(String::stripTrailing);
    }
    return Optional.empty();
  }

  private Optional<String> parameter(WordPart.Parameter parameter) {
    if (parameter.index().isPresent()) {
      return Optional.empty();
    }
    var value = variable(parameter.name());
    if (parameter.operation() instanceof ParameterOperation.Plain) {
      return value;
    }
    if (parameter.operation() instanceof ParameterOperation.Substitute substitute
        && (substitute.kind() == '-' || substitute.kind() == '=')) {
      boolean usable = value.isPresent() && !(substitute.emptyToo() && value.get().isEmpty());
      return usable ? value : text(substitute.word());
    }
    return Optional.empty();
  }

  /** The file of {@code $(cat FILE)} and {@code $(<FILE)}. */
  private static Optional<Word> fileRead(Program body) {
    if (body.lines().size() == 1
        && body.lines().get(0) instanceof Command.Sequence sequence
        && sequence.entries().size() == 1
        && sequence.entries().get(0).command() instanceof Command.Simple simple) {
      var words = simple.words();
      if (words.size() == 2 && words.get(0).bare().filter("cat"::equals).isPresent()) {
        return Optional.of(words.get(1));
      }
      boolean reads =
          !simple.redirections().isEmpty()
              && simple.redirections().get(0).kind() == Redirection.Kind.READ;
      if (words.isEmpty() && reads) {
        return Optional.of(simple.redirections().get(0).target());
      }
    }
    return Optional.empty();
  }
}
