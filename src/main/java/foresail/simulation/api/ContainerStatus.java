package foresail.simulation.api;

/**
 * One container's part of a pod's status.
 *
 * @param lastState how the run before ended; {@link ContainerState#NONE} before the first restart
 * @param ready a main container or sidecar answers its readiness probe; a plain init container
 *     ended with 0
 * @param started whether the startup probe, if any, has succeeded
 * @param containerId the runtime's name of this run; empty before the first
 */
public record ContainerStatus(
    String name,
    ContainerState state,
    ContainerState lastState,
    boolean ready,
    boolean started,
    int restartCount,
    String containerId) {

  public ContainerStatus withState(ContainerState newState) {
    return new ContainerStatus(
        name, newState, lastState, ready, started, restartCount, containerId);
  }

  public ContainerStatus withLastState(ContainerState newLastState) {
    return new ContainerStatus(
        name, state, newLastState, ready, started, restartCount, containerId);
  }

  public ContainerStatus withReady(boolean newReady, boolean newStarted) {
    return new ContainerStatus(
        name, state, lastState, newReady, newStarted, restartCount, containerId);
  }
}
