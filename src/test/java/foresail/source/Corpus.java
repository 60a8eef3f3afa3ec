package foresail.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Published manifests, where they lie beside the project. */
final class Corpus {
  private static final Path FOLDER = Path.of("../shared/corpus");

  private Corpus() {}

  static Path folder() {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no corpus here");
    return FOLDER;
  }

  /** All YAML files, in a fixed order. */
  static List<SourceFile> files() {
    try (Stream<Path> paths = Files.walk(folder())) {
      return paths
          .filter(path -> path.toString().endsWith(".yaml") || path.toString().endsWith(".yml"))
          .sorted()
          .map(Corpus::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path path) {
    try {
      return TextDecoder.decode(path.toString(), Files.readAllBytes(path)).file();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
