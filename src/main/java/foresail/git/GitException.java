package foresail.git;

/** There is no git, no repository, or no such revision; the message says which, in one line. */
public final class GitException extends Exception {
  private static final long serialVersionUID = 1;

  /** In one line. */
  public GitException(String message) {
    super(message);
  }
}
