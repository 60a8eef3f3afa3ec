package foresail.script.syntax;

import java.util.List;
import java.util.Optional;

/** A node of the syntax tree that can be executed. */
public sealed interface Command {
  /** Offset of its first character in the script. */
  int at();

  /** Whether a command succeeds whatever happens: {@code true}, {@code :}. */
  static boolean isAlwaysTrue(Command command) {
    if (command instanceof Sequence sequence && sequence.entries().size() == 1) {
      return isAlwaysTrue(sequence.entries().get(0).command());
    }
    return command instanceof Simple simple
        && simple.words().size() == 1
        && simple
            .words()
            .get(0)
            .bare()
            .filter(word -> word.equals("true") || word.equals(":"))
            .isPresent();
  }

  /** Commands one after the other. */
  record Sequence(int at, List<Entry> entries) implements Command {
    public Sequence {
      entries = List.copyOf(entries);
    }
  }

  /** One command of a sequence; {@code background} if {@code &} follows. */
  record Entry(Command command, boolean background) {}

  /** {@code first && second || third}: links are taken from left to right. */
  record AndOr(int at, Command first, List<Link> links) implements Command {
    public AndOr {
      links = List.copyOf(links);
    }
  }

  /** {@code && command} or, with {@code and} false, {@code || command}. */
  record Link(boolean and, Command command) {}

  /** {@code ! a | b | c}; a single stage only if negated. */
  record Pipeline(int at, boolean negated, List<Command> stages) implements Command {
    public Pipeline {
      stages = List.copyOf(stages);
    }
  }

  /** {@code A=1 cmd word... >file}; without words the assignments stay. */
  record Simple(
      int at, List<Assignment> assignments, List<Word> words, List<Redirection> redirections)
      implements Command {
    public Simple {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
    }
  }

  record If(int at, List<Branch> branches, Optional<Command> otherwise) implements Command {
    public If {
      branches = List.copyOf(branches);
    }
  }

  record Branch(Command condition, Command body) {}

  /** {@code while}, or {@code until}. */
  record Loop(int at, boolean until, Command condition, Command body) implements Command {}

  /** {@code for name in words}; without {@code in} the positional parameters. */
  record For(int at, String name, Optional<List<Word>> words, Command body) implements Command {
    public For {
      words = words.map(List::copyOf);
    }
  }

  /** {@code for ((start; condition; step))}; an empty condition is true. */
  record ArithmeticFor(int at, Word start, Word condition, Word step, Command body)
      implements Command {}

  record Case(int at, Word subject, List<Clause> clauses) implements Command {
    public Case {
      clauses = List.copyOf(clauses);
    }
  }

  record Clause(List<Word> patterns, Command body, ClauseEnd end) {
    public Clause {
      patterns = List.copyOf(patterns);
    }
  }

  /** {@code ;;} leaves, {@code ;&} runs the next body, {@code ;;&} tries the next patterns. */
  enum ClauseEnd {
    LEAVE,
    RUN_NEXT,
    TRY_NEXT
  }

  record FunctionDefinition(int at, String name, Command body) implements Command {}

  record Subshell(int at, Command body) implements Command {}

  record Group(int at, Command body) implements Command {}

  /** A compound command with redirections of its own. */
  record Redirected(int at, Command command, List<Redirection> redirections) implements Command {
    public Redirected {
      redirections = List.copyOf(redirections);
    }
  }

  /** {@code [[ ... ]]}. */
  record Conditional(int at, Condition condition) implements Command {}

  /** {@code (( ... ))}. */
  record ArithmeticCommand(int at, Word expression) implements Command {}
}
