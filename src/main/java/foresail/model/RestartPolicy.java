package foresail.model;

import java.util.Optional;

/** What happens to a container that has ended. */
public enum RestartPolicy {
  ALWAYS("Always"),
  ON_FAILURE("OnFailure"),
  NEVER("Never");

  private final String word;

  RestartPolicy(String word) {
    this.word = word;
  }

  /** As manifests spell it. */
  public String word() {
    return word;
  }

  static Optional<RestartPolicy> of(String word) {
    for (RestartPolicy policy : values()) {
      if (policy.word.equals(word)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
