package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.util.List;
import java.util.Optional;

/** Reads what stands between two separator lines. */
final class DocumentReader {
  private DocumentReader() {}

  /**
   * One document as a rule; none where there are only comments; a single broken one where not all
   * of the text can be read.
   */
  static List<ParsedDocument> read(SourceFile file, Chunk chunk) {
    Optional<List<ParsedDocument>> common = CommonReader.read(file, chunk);
    if (common.isPresent()) {
      return common.get();
    }
    List<ParsedDocument> documents = EventReader.read(file, chunk);
    for (ParsedDocument document : documents) {
      if (document.root().isEmpty()) {
        Problem told =
            TabIndentation.orElse(
                document.problems().get(0), file, chunk, DocumentReader::firstSyntaxError);
        return List.of(ParsedDocument.broken(told));
      }
    }
    return documents;
  }

  private static Optional<Problem> firstSyntaxError(SourceFile attempt) {
    Chunk whole = new Chunk(0, attempt.text().length(), 1, Optional.empty());
    for (ParsedDocument document : EventReader.read(attempt, whole)) {
      if (document.root().isEmpty()) {
        return Optional.of(document.problems().get(0));
      }
    }
    return Optional.empty();
  }
}
