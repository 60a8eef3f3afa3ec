package foresail.cli;

import foresail.git.GitException;
import foresail.git.Repository;
import foresail.git.Revision;
import foresail.git.Revision.Blob;
import foresail.source.KeptFile;
import foresail.source.KnownNames;
import foresail.source.Origin;
import foresail.source.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The option {@code --from}: an older version of what is read, to which it will be an update. A
 * file or folder, or {@code git:REV} for the same paths at that revision, or {@code git:REV:PATH}.
 */
final class FromOption {
  private static final String NAME = "--from";
  private static final String GIT = "git:";

  private FromOption() {}

  static OptionSpec spec(String description) {
    return Options.one(NAME, "OLD", description);
  }

  /**
   * What the option names.
   *
   * @param now what it is an older version of; empty where that is no list of paths
   * @param exclude what folders are searched without
   * @throws UsageException where it cannot be read
   */
  static Optional<Origin> read(ParseResult options, List<Path> now, List<String> exclude) {
    Optional<String> old = Options.text(options, NAME);
    if (old.isEmpty()) {
      return Optional.empty();
    }
    if (!old.get().startsWith(GIT)) {
      Path path = Path.of(old.get());
      if (!Files.exists(path)) {
        throw new UsageException(NAME + " " + old.get() + ": no such file or folder");
      }
      return Optional.of(Origin.of(List.of(path)));
    }
    try {
      return Optional.of(atRevision(old.get().substring(GIT.length()), now, exclude));
    } catch (GitException e) {
      throw new UsageException(NAME + " " + old.get() + ": " + e.getMessage());
    }
  }

  private static Origin atRevision(String place, List<Path> now, List<String> exclude)
      throws GitException {
    int colon = place.indexOf(':');
    boolean unnamed = now.isEmpty() || now.contains(Path.of("-"));
    Repository repository = Repository.of(unnamed ? Path.of("") : now.get(0));
    if (colon >= 0) {
      Revision revision = repository.revision(place.substring(0, colon));
      String path = withoutSlash(place.substring(colon + 1));
      List<Blob> files = revision.files(List.of(path));
      if (files.isEmpty()) {
        throw new GitException("\"" + path + "\" is not in that revision");
      }
      return kept(revision, files, List.of(path), exclude);
    }
    if (unnamed) {
      throw new GitException(
          (now.isEmpty()
                  ? "a scenario names its files itself"
                  : "standard input has no older version")
              + "; give git:REV:PATH");
    }
    List<String> paths = new ArrayList<>();
    for (Path path : now) {
      paths.add(repository.pathOf(path));
    }
    Revision revision = repository.revision(place);
    return kept(revision, revision.files(paths), paths, exclude);
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Of folders those that would be found in them. */
  private static Origin kept(
      Revision revision, List<Blob> files, List<String> paths, List<String> exclude)
      throws GitException {
    ReadOptions search = new ReadOptions(exclude, KnownNames.NONE, 1);
    List<Blob> wanted = new ArrayList<>();
    for (Blob file : files) {
      if (paths.contains(file.path()) || search.finds("", file.path())) {
        wanted.add(file);
      }
    }
    List<KeptFile> kept = new ArrayList<>();
    for (Map.Entry<Blob, byte[]> file : revision.read(wanted, KeptFile.LARGEST).entrySet()) {
      String path = file.getKey().path();
      String shown = GIT + revision.name() + ":" + path;
      kept.add(new KeptFile(shown, paths.contains(path), file.getValue()));
    }
    return new Origin.Kept(kept);
  }
}
