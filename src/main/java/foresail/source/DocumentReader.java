package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.util.List;
import java.util.Optional;

/** Reads documents of one file, one after the other. */
final class DocumentReader {
  private final SourceFile file;
  private final TreeBuilder builder;
  private final WordCache words = new WordCache();

  DocumentReader(SourceFile file) {
    this.file = file;
    this.builder = new TreeBuilder(file);
  }

  /**
   * Reads what stands between two separator lines: one document as a rule; none where there are
   * only comments; a single broken one where not all of the text can be read.
   */
  List<ParsedDocument> read(Chunk chunk) {
    Optional<List<ParsedDocument>> quick = quickly(chunk);
    if (quick.isPresent()) {
      return quick.get();
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

  private Optional<List<ParsedDocument>> quickly(Chunk chunk) {
    if (chunk.problem().isPresent()) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(file, chunk);
    if (JsonReader.suits(cursor)) {
      Optional<List<ParsedDocument>> json = JsonReader.read(cursor, builder, words);
      if (json.isPresent()) {
        return json;
      }
      cursor = new Cursor(file, chunk);
    }
    return CommonReader.read(cursor, chunk, builder, words);
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
