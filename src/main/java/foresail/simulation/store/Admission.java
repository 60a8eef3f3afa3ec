package foresail.simulation.store;

import foresail.simulation.api.ApiObject;

/**
 * A step that the server takes before it stores a new object: it may change it or refuse it.
 *
 * <p>Registered by kind-agnostic components (service accounts, priorities, quotas); each looks at
 * the kinds that concern it and lets the others pass.
 */
public interface Admission {
  /** The object as it is to be stored, or a refusal. */
  <O extends ApiObject<O>> Created<O> admit(O object);
}
