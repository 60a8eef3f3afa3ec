package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in a user's words what the parser cannot read. */
final class SyntaxProblem {
  private SyntaxProblem() {}

  static Problem of(SourceFile file, Chunk chunk, YamlEngineException error) {
    if (error instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark =
          marked.getProblemMark().isPresent() ? marked.getProblemMark() : marked.getContextMark();
      if (mark.isPresent()) {
        return Problem.of("yaml-syntax", marked.getProblem(), at(file, chunk, mark.get()));
      }
    }
    if (error instanceof ReaderException reader) {
      int offset = file.text().offsetByCodePoints(chunk.from(), reader.getPosition());
      return Problem.of(
          "yaml-syntax",
          String.format(
              "the character U+%04X cannot stand in YAML text; is this a binary file?",
              reader.getCodePoint()),
          Spans.at(file, offset));
    }
    return Problem.of("yaml-syntax", error.getMessage(), Spans.at(file, chunk.from()));
  }

  private static Span at(SourceFile file, Chunk chunk, Mark mark) {
    int offset = file.offset(mark.getLine() + chunk.line(), mark.getColumn() + 1);
    return Spans.at(file, Math.min(offset, file.text().length()));
  }
}
