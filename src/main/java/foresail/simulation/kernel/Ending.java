package foresail.simulation.kernel;

/** Why a run ended. */
public enum Ending {
  /** The horizon was reached and more would have happened. */
  HORIZON,
  /** Nothing was left that could happen. */
  NOTHING_LEFT,
  /** The limit of steps was reached before the horizon. */
  STEP_LIMIT
}
