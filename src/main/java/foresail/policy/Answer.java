package foresail.policy;

/** Whether something holds, as far as manifests tell. */
enum Answer {
  YES,
  NO,
  /** It depends on what is not in the inputs. */
  UNKNOWN;

  static Answer of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Whether both hold. */
  Answer and(Answer other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES ? other : this;
  }
}
