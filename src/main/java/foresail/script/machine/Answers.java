package foresail.script.machine;

import foresail.script.world.Answer;

/** Reads the answers to effects that this package raises itself. */
final class Answers {
  private Answers() {}

  /** Exit status of something unknown. */
  static int status(Answer answer) {
    if (answer instanceof Answer.Ended ended) {
      return ended.status();
    }
    throw new IllegalArgumentException("an unknown program is answered by Ended, not " + answer);
  }
}
