package foresail.validation.storage;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.printedAsParent;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** {@code accessModes} of volumes and claims. */
final class AccessModes {
  private AccessModes() {}

  private static final String ONCE_POD = "ReadWriteOncePod";

  static Check accessModes(String known, String alone) {
    return object(
        each(
            printedAsParent(
                oneOf(known, "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", ONCE_POD))),
        rule((modes, out) -> alone(alone, modes, out), alone));
  }

  private static void alone(String fact, Field modes, Refusals out) {
    boolean oncePod = false;
    boolean others = false;
    for (Field mode : modes.items()) {
      oncePod |= mode.is(ONCE_POD);
      others |= mode.is("ReadOnlyMany") || mode.is("ReadWriteMany") || mode.is("ReadWriteOnce");
    }
    if (oncePod && others) {
      out.forbidden(fact, modes, "may not use ReadWriteOncePod with other access modes");
    }
  }
}
