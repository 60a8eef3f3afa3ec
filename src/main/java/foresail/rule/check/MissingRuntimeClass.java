package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** Runtime classes that nobody knows. */
public final class MissingRuntimeClass extends MissingObject {
  public MissingRuntimeClass() {
    super("RuntimeClass", Use.RUNTIME);
  }

  @Override
  String consequence(Reference first) {
    return "pods are refused: RuntimeClass \"" + first.name() + "\" not found";
  }
}
