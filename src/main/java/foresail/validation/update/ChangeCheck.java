package foresail.validation.update;

import foresail.validation.check.Refusals;

/** What the server demands of one field when its object is updated; see {@link Demands}. */
@FunctionalInterface
interface ChangeCheck {
  /** Looks at a field, and tells what is refused. */
  void look(Change change, Refusals out);
}
