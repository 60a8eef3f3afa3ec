package foresail.source;

import java.nio.file.Path;
import java.util.List;

/** What manifests are read from. */
public sealed interface Origin {
  /**
   * Files and folders as they are now.
   *
   * @param paths {@code -} is standard input
   */
  record Paths(List<Path> paths) implements Origin {
    public Paths {
      paths = List.copyOf(paths);
    }
  }

  /** Files as somebody has kept them: an older version of a folder. */
  record Kept(List<KeptFile> files) implements Origin {
    public Kept {
      files = List.copyOf(files);
    }
  }

  /** Files and folders as they are now. */
  static Origin of(List<Path> paths) {
    return new Paths(paths);
  }
}
