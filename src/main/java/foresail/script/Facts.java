package foresail.script;

import java.util.Optional;

/** What is known of a script's surroundings before it runs. */
public interface Facts {
  /** The value of an environment variable. */
  Optional<String> variable(String name);

  /** The content of a file, by its absolute path, such as the namespace of the service account. */
  Optional<String> file(String path);

  /** Nothing is known. */
  static Facts none() {
    return new Facts() {
      @Override
      public Optional<String> variable(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<String> file(String path) {
        return Optional.empty();
      }
    };
  }
}
