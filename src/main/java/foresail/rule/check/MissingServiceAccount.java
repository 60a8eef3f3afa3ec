package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;
import foresail.model.Pod;

/** Pods whose account nobody knows. */
public final class MissingServiceAccount extends MissingObject {
  public MissingServiceAccount() {
    super("ServiceAccount", Use.ACCOUNT);
  }

  @Override
  String consequence(Reference first) {
    return first.from() instanceof Pod
        ? "the pod is refused: serviceaccount \"" + first.name() + "\" not found"
        : "no pod is made, event FailedCreate: serviceaccount \"" + first.name() + "\" not found";
  }
}
