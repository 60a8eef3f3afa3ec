package foresail.simulation.api;

import java.time.Duration;

/** What a container is doing, as its status tells: exactly one of three, or nothing known. */
public sealed interface ContainerState {
  /** No state: what the API leaves empty. */
  ContainerState NONE = new None();

  record None() implements ContainerState {}

  /**
   * @param reason may be empty: a container that the runtime has created but not started
   * @param message may be empty
   */
  record Waiting(String reason, String message) implements ContainerState {}

  record Running(Duration startedAt) implements ContainerState {}

  /**
   * @param exitCode 0 to 255; 128 + n after signal n
   * @param signal 0 in practice: no runtime reports it
   */
  record Terminated(
      int exitCode,
      int signal,
      String reason,
      String message,
      Duration startedAt,
      Duration finishedAt)
      implements ContainerState {}

  static ContainerState waiting(String reason) {
    return new Waiting(reason, "");
  }

  default boolean running() {
    return this instanceof Running;
  }

  default boolean terminated() {
    return this instanceof Terminated;
  }

  default boolean waiting() {
    return this instanceof Waiting;
  }

  /** Whether it ended with exit code 0. */
  default boolean succeeded() {
    return this instanceof Terminated terminated && terminated.exitCode() == 0;
  }
}
