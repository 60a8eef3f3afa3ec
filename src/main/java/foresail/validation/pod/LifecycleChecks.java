package foresail.validation.pod;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;

import foresail.validation.check.Check;

/**
 * {@code lifecycle} of a container that keeps running. Its {@code stopSignal} is behind a gate that
 * is off: the server drops it unseen.
 */
final class LifecycleChecks {
  private LifecycleChecks() {}

  static final Check LIFECYCLE =
      field(
          "lifecycle",
          field("postStart", ifSet(), HandlerChecks.LIFECYCLE_HANDLER),
          field("preStop", ifSet(), HandlerChecks.LIFECYCLE_HANDLER));
}
