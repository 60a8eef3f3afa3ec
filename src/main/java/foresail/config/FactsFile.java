package foresail.config;

import foresail.finding.Label;
import foresail.source.Node;
import foresail.source.Problem;
import foresail.source.ReadOptions;
import foresail.source.Skipped;
import foresail.source.SourceFile;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the files of this package: read by Jackson, with the place of every value. Objects in it
 * are manifests and are read as such.
 */
final class FactsFile {
  /** Other problems say that this is no Kubernetes object, which it need not be. */
  private static final Set<String> OF_THE_TEXT =
      Set.of("yaml-syntax", "duplicate-key", "unreadable-file");

  private final Sources sources;
  private final List<Label> problems = new ArrayList<>();

  private FactsFile(Sources sources) {
    this.sources = sources;
    for (Problem problem : sources.problems()) {
      if (OF_THE_TEXT.contains(problem.ruleId())) {
        problems.add(new Label(problem.at().span(), problem.message()));
      }
    }
  }

  static FactsFile read(Path path) {
    SourceReader reader = new SourceReader(ReadOptions.standard());
    return new FactsFile(reader.read(List.of(path), InputStream.nullInputStream()));
  }

  /** A file that comes with the program. */
  static FactsFile read(InputStream text) {
    SourceReader reader = new SourceReader(ReadOptions.standard());
    return new FactsFile(reader.read(List.of(Path.of("-")), text));
  }

  Sources sources() {
    return sources;
  }

  /** What is wrong so far; readers add to it. */
  List<Label> problems() {
    return problems;
  }

  /** The only document of the file; empty where it has none, or cannot be read. */
  Optional<Fields> only() {
    List<Node> roots = problems.isEmpty() ? ConfigTree.read(sources.files().get(0)) : List.of();
    if (roots.size() > 1) {
      problems.add(new Label(roots.get(1).span(), "the file should hold one document"));
    }
    return roots.stream().findFirst().map(root -> new Fields(root, problems));
  }

  /** What stands under a key, read as manifests are; empty where the file as a whole is one. */
  Optional<Node> asManifest(String key) {
    return sources.skipped().stream()
        .map(Skipped::root)
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(root -> root.get(key));
  }

  /** The value, or all problems in reading order, those of other files last. */
  <T> Loaded<T> loaded(T value) {
    SourceFile own = sources.files().get(0);
    problems.sort(
        Comparator.comparing((Label problem) -> problem.span().file() != own)
            .thenComparing(problem -> problem.span().file() == own ? problem.span().line() : 0)
            .thenComparing(problem -> problem.span().file() == own ? problem.span().column() : 0));
    return Loaded.of(value, problems);
  }
}
