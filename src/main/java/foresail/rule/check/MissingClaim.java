package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** Volumes whose claim nobody knows. */
public final class MissingClaim extends MissingObject {
  public MissingClaim() {
    super("PersistentVolumeClaim", Use.VOLUME);
  }

  @Override
  String consequence(Reference first) {
    return "the pod stays Pending, with the event FailedScheduling: persistentvolumeclaim \""
        + first.name()
        + "\" not found";
  }
}
