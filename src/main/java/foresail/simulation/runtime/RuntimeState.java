package foresail.simulation.runtime;

/** What the runtime says about a container. */
public enum RuntimeState {
  CREATED,
  RUNNING,
  EXITED
}
