package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** Priorities that nobody knows. */
public final class MissingPriorityClass extends MissingObject {
  public MissingPriorityClass() {
    super("PriorityClass", Use.PRIORITY);
  }

  @Override
  String consequence(Reference first) {
    return "pods are refused: no PriorityClass with name " + first.name() + " was found";
  }
}
