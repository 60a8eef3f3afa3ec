package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Says in a user's words what the parser cannot read, at the place that a reader of the file would
 * point at: an opened quote or bracket rather than the end of the file.
 */
final class SyntaxProblem {
  static final String RULE = "yaml-syntax";

  private SyntaxProblem() {}

  static Problem of(SourceFile file, Chunk chunk, YamlEngineException error) {
    if (error instanceof MarkedYamlEngineException marked) {
      return describe(new Stumble(file, chunk, marked));
    }
    if (error instanceof ReaderException reader) {
      return unprintable(file, chunk, reader);
    }
    return Problem.of(
        RULE, oneLine(String.valueOf(error.getMessage())), Spans.at(file, chunk.from()));
  }

  private static String oneLine(String message) {
    return message.replace('\n', ' ').replace('\r', ' ').strip();
  }

  private static Problem unprintable(SourceFile file, Chunk chunk, ReaderException error) {
    int points = file.text().codePointCount(chunk.from(), chunk.to());
    int offset =
        file.text().offsetByCodePoints(chunk.from(), Math.min(error.getPosition(), points));
    return Problem.of(
        RULE,
        String.format(
            "the character U+%04X cannot stand in YAML; is this a binary file?",
            error.getCodePoint()),
        Spans.at(file, offset));
  }

  /** The cases that people meet; for the others the parser's own words must do. */
  private static Problem describe(Stumble stumble) {
    String problem = stumble.problem;
    LayoutProblem layout = new LayoutProblem(stumble);
    ValueProblem value = new ValueProblem(stumble);
    if (problem.startsWith("mapping values are not allowed")) {
      return layout.secondColon();
    }
    if (problem.startsWith("expected <block end>")) {
      return stumble.startsLine(stumble.at)
          ? layout.outOfLine(stumble.context.contains("mapping"))
          : value.behindValue();
    }
    if (problem.startsWith("expected '<document start>'")) {
      return stumble.startsLine(stumble.at) ? layout.behindTheEnd() : value.behindValue();
    }
    if (problem.startsWith("could not find expected ':'")) {
      return LayoutProblem.notAKey(Spans.rest(stumble.file, stumble.opened));
    }
    if (problem.contains("unexpected document separator")
        || problem.contains("unexpected end of stream") && stumble.context.contains("quoted")) {
      return value.openQuote();
    }
    if (problem.startsWith("expected ',' or")) {
      return value.openBracket();
    }
    if (problem.contains("cannot start any token")) {
      return value.strangeStart();
    }
    if (problem.startsWith("found unknown escape character")) {
      return value.unknownEscape();
    }
    if (problem.startsWith("expected the node content")) {
      return value.missingContent();
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return stumble.atCharacter(
          stumble.at, "a list cannot begin here; its items go on lines of their own");
    }
    if (problem.startsWith("expected chomping")) {
      return stumble.atCharacter(
          stumble.at,
          "behind " + stumble.charAt(stumble.opened) + " its text begins on the next line");
    }
    if (stumble.context.contains("anchor") || stumble.context.contains("alias")) {
      return value.brokenSign();
    }
    return stumble.atCharacter(stumble.at, oneLine(problem));
  }
}
