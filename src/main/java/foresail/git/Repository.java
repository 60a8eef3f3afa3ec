package foresail.git;

import foresail.git.GitProgram.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The repository that holds a folder. */
public final class Repository {
  private final Path top;
  private final GitProgram git;

  private Repository(Path top) {
    this.top = top;
    this.git = new GitProgram(top);
  }

  /**
   * The repository that a file or folder lies in.
   *
   * @param path one that exists
   * @throws GitException where it lies in none
   */
  public static Repository of(Path path) throws GitException {
    Path real = real(path);
    Path folder = Files.isDirectory(real) ? real : real.getParent();
    Answer answer = new GitProgram(folder).run("rev-parse", "--show-toplevel");
    if (!answer.ok()) {
      throw new GitException(
          answer.error().startsWith("not a git repository")
              ? path + " lies in no git repository"
              : "git: " + answer.error());
    }
    return new Repository(real(Path.of(answer.text())));
  }

  private static Path real(Path path) throws GitException {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new GitException(path + " cannot be opened");
    }
  }

  /**
   * Where a file or folder lies below the repository's top, with slashes; empty for the top.
   *
   * @param path one that exists
   * @throws GitException where it lies outside of this repository
   */
  public String pathOf(Path path) throws GitException {
    Path real = real(path);
    if (!real.startsWith(top)) {
      throw new GitException(path + " lies outside of the git repository " + top);
    }
    return top.relativize(real).toString().replace('\\', '/');
  }

  /**
   * A commit.
   *
   * @param name as git takes it: a branch, a tag, {@code HEAD~2}
   * @throws GitException where there is none of that name
   */
  public Revision revision(String name) throws GitException {
    return new Revision(git, name, commit(name));
  }

  private String commit(String name) throws GitException {
    if (!name.isEmpty() && !name.startsWith("-")) {
      Answer answer = git.run("rev-parse", "--verify", "--quiet", name + "^{commit}");
      if (answer.ok()) {
        return answer.text();
      }
    }
    boolean shallow = git.run("rev-parse", "--is-shallow-repository").text().equals("true");
    throw new GitException(
        "git knows no revision \""
            + name
            + "\" here"
            + (shallow ? "; this is a shallow clone, which may have to fetch it first" : ""));
  }

  /**
   * The files that differ from a revision or are not known to git at all: what was changed since
   * this branch left it, committed or not.
   *
   * @param name as {@link #revision} takes it
   * @return real paths, as {@link Path#toRealPath} gives them
   * @throws GitException where there is no such revision
   */
  public Set<Path> changedSince(String name) throws GitException {
    String commit = commit(name);
    // Without a common ancestor, as in shallow clones, everything is compared.
    Answer base = git.run("merge-base", commit, "HEAD");
    String from = base.ok() ? base.text() : commit;
    Set<Path> changed = new LinkedHashSet<>();
    for (Answer answer :
        List.of(
            git.run("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", from, "--"),
            git.run("ls-files", "--others", "--exclude-standard", "-z"))) {
      if (!answer.ok()) {
        throw new GitException("git: " + answer.error());
      }
      answer.items().forEach(path -> changed.add(top.resolve(path)));
    }
    return changed;
  }
}
