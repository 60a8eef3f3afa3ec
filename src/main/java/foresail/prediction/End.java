package foresail.prediction;

/** How a pod ends, or what it does for ever. */
public enum End {
  /** It runs, and all its containers are ready. */
  READY("ready"),
  /** Its containers have done what they had to do. */
  FINISHED("finished"),
  /** It has ended in failure, and is not tried again. */
  FAILED("failed"),
  /** A container starts again and again. */
  LOOPING("looping"),
  /** It waits for something that does not come. */
  STUCK("stuck"),
  /** It was removed. */
  GONE("gone");

  private final String word;

  End(String word) {
    this.word = word;
  }

  /** As output and {@code --fail-on-end} write it. */
  public String word() {
    return word;
  }
}
