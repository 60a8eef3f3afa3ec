package foresail.simulation.kernel;

/** Which of two things that are due at the same instant comes first; the first constant wins. */
public enum Priority {
  /** What the user does: a step of the scenario. */
  USER,
  /** What happens inside containers, before anybody looks at them. */
  PROCESS,
  /** Word of a change reaching those who watch. */
  WATCH,
  /** Everything else. */
  NORMAL,
  /** Those who look at a state after everything else has moved. */
  OBSERVE
}
