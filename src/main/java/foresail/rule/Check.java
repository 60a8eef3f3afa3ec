package foresail.rule;

import foresail.model.KubernetesObject;

/**
 * The condition of a rule, in Java.
 *
 * <p>A class of {@code foresail.rule.check} that a rule's file names; it needs a constructor
 * without parameters and no registration. It is made once and used from several threads, so it
 * holds no state; what it looks at must not be changed.
 */
@FunctionalInterface
public interface Check {
  /** Looks at one object and reports what is wrong with it. */
  void check(KubernetesObject object, Scope scope);
}
