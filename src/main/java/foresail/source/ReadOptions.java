package foresail.source;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * How files are looked for and read.
 *
 * @param exclude what folders are searched without, written as in {@code .gitignore}
 * @param excludeBase the folder that those patterns are relative to
 * @param names which kinds and versions are Kubernetes' own
 * @param jobs how many threads read, at least 1; the result is the same for any number
 */
public record ReadOptions(List<String> exclude, Path excludeBase, KnownNames names, int jobs) {
  public ReadOptions {
    exclude = List.copyOf(exclude);
    requireNonNull(excludeBase);
    requireNonNull(names);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs: " + jobs);
    }
  }

  /** Patterns are relative to the working folder. */
  public ReadOptions(List<String> exclude, KnownNames names, int jobs) {
    this(exclude, Path.of(""), names, jobs);
  }

  /** Nothing is left out, and every processor reads. */
  public static ReadOptions standard() {
    return new ReadOptions(List.of(), KnownNames.NONE, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Whether a file is read when a folder that holds it is named.
   *
   * @param folder the folder, from the one that patterns are relative to; empty for that one
   * @param path of the file below the folder, with slashes
   */
  public boolean finds(String folder, String path) {
    return FileFinder.finds(new ExcludePatterns(exclude), folder, path);
  }
}
