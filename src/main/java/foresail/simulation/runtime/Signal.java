package foresail.simulation.runtime;

/** What a runtime sends to a container's first process. */
public enum Signal {
  /** Asks it to end; also stands for the image's own STOPSIGNAL. */
  TERM,
  /** Ends it. */
  KILL
}
