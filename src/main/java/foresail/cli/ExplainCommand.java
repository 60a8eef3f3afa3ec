package foresail.cli;

import foresail.rule.Explanation;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code foresail explain}: tells what a word means, of Foresail's or of Kubernetes'. */
final class ExplainCommand implements Command {
  private static final int COLUMNS = 100;
  private static final String INDENT = "  ";
  private static final String ITEM = "  - ";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "explain",
            "Explains a rule, or a word that kubectl prints: a STATUS such as CrashLoopBackOff, a"
                + " condition, a reason, an event.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("1")
            .type(String.class)
            .paramLabel("WORD")
            .description("The rule's id, or the word.")
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult options, Surroundings surroundings) {
    String word = options.matchedPositionalValue(0, "");
    Explanation explanation = Explanation.of(word).orElseThrow(() -> unknown(word));
    Texts.put(out -> write(explanation, out), Optional.empty(), surroundings);
    return ExitStatus.CLEAN;
  }

  private static UsageException unknown(String word) {
    String hint =
        Explanation.near(word).stream()
            .findFirst()
            .map(near -> "did you mean " + near + "?")
            .orElse("foresail rules lists all rules");
    return new UsageException("nothing is known of " + word + "; " + hint);
  }

  private static void write(Explanation explanation, Appendable out) throws IOException {
    out.append(explanation.title()).append(": ").append(explanation.kind()).append("\n\n");
    wrapped("", explanation.summary(), out);
    for (Explanation.Section section : explanation.sections()) {
      out.append('\n').append(section.heading()).append(":\n");
      for (String line : section.lines()) {
        if (section.verbatim()) {
          out.append((INDENT + line).stripTrailing()).append('\n');
        } else if (section.lines().size() > 1) {
          wrapped(ITEM, line, out);
        } else {
          wrapped(INDENT, line, out);
        }
      }
    }
    if (explanation.reference().isPresent()) {
      out.append("\nmore: ").append(explanation.reference().get()).append('\n');
    }
  }

  /** Breaks lines between words; all lines stand as far in as the first one's text. */
  private static void wrapped(String first, String text, Appendable out) throws IOException {
    String indent = first;
    int column = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (column + 1 + word.length() > COLUMNS) {
        out.append('\n');
        column = 0;
      }
      out.append(column == 0 ? indent : " ").append(word);
      column += word.length() + (column == 0 ? indent.length() : 1);
      indent = " ".repeat(first.length());
    }
    out.append('\n');
  }
}
