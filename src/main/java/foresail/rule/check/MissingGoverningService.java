package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** StatefulSets whose Service nobody knows. */
public final class MissingGoverningService extends MissingObject {
  public MissingGoverningService() {
    super("Service", Use.GOVERNING_SERVICE);
  }

  @Override
  String consequence(Reference first) {
    return "the pods run, but no name such as "
        + first.from().name()
        + "-0."
        + first.name()
        + " resolves";
  }
}
