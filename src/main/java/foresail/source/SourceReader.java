package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files and folders into manifests. Nothing about the files makes it throw. */
public final class SourceReader {
  private final ReadOptions options;

  public SourceReader(ReadOptions options) {
    this.options = options;
  }

  /**
   * Reads what the paths name, in their order; a folder's files in the order of their paths.
   *
   * @param paths files and folders; {@code -} is standard input
   * @param standardInput read only where a path says so
   */
  public Sources read(List<Path> paths, InputStream standardInput) {
    DocumentSorter sorter = new DocumentSorter(options.names());
    List<SourceFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int documents = 0;
    for (FileFinder.Found found : new FileFinder().find(paths)) {
      TextDecoder.Decoded decoded;
      try {
        byte[] bytes =
            found.shown().equals("-")
                ? standardInput.readAllBytes()
                : Files.readAllBytes(found.path());
        decoded = TextDecoder.decode(found.shown(), bytes);
      } catch (IOException e) {
        SourceFile file = new SourceFile(found.shown(), "");
        files.add(file);
        problems.add(Problem.of("unreadable-file", "the file cannot be opened", Spans.at(file, 0)));
        continue;
      }
      files.add(decoded.file());
      if (decoded.problem().isPresent()) {
        problems.add(decoded.problem().get());
        continue;
      }
      int number = 0;
      for (Chunk chunk : DocumentSplitter.split(decoded.file().text())) {
        for (ParsedDocument document : EventReader.read(decoded.file(), chunk)) {
          int position = number++;
          document.problems().forEach(problem -> problems.add(problem.inDocument(position)));
          Optional<Node> root = document.root();
          if (root.isPresent()) {
            sorter.add(decoded.file(), position, root.get(), document.comments(), found.named());
          }
        }
      }
      documents += number;
    }
    problems.addAll(sorter.problems());
    return new Sources(sorter.manifests(), sorter.skipped(), problems, files, documents);
  }

  /** Reads a text as if it were a file that was named. */
  public Sources readText(String path, String text) {
    DocumentSorter sorter = new DocumentSorter(options.names());
    SourceFile file = new SourceFile(path, text);
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (Chunk chunk : DocumentSplitter.split(text)) {
      for (ParsedDocument document : EventReader.read(file, chunk)) {
        int position = number++;
        document.problems().forEach(problem -> problems.add(problem.inDocument(position)));
        if (document.root().isPresent()) {
          sorter.add(file, position, document.root().get(), document.comments(), true);
        }
      }
    }
    problems.addAll(sorter.problems());
    return new Sources(sorter.manifests(), sorter.skipped(), problems, List.of(file), number);
  }
}
