package foresail.simulation.runtime;

import java.time.Duration;

/**
 * One run of a container as the runtime reports it at one moment.
 *
 * @param restartCount 0 for the first run
 * @param image as it was asked for: another one in the spec means that the container is outdated
 * @param finishedAt zero while it has not ended
 * @param reason {@code Completed}, {@code Error}, {@code OOMKilled}, {@code StartError}; empty
 *     while it has not ended
 */
public record ContainerView(
    String id,
    String name,
    int restartCount,
    String image,
    RuntimeState state,
    Duration createdAt,
    Duration startedAt,
    Duration finishedAt,
    int exitCode,
    String reason,
    String message) {
  public boolean running() {
    return state == RuntimeState.RUNNING;
  }

  public boolean exited() {
    return state == RuntimeState.EXITED;
  }
}
