package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** Classes of an Ingress that nobody knows. */
public final class MissingIngressClass extends MissingObject {
  public MissingIngressClass() {
    super("IngressClass", Use.INGRESS_CLASS);
  }

  @Override
  String consequence(Reference first) {
    return "no controller takes the Ingress: its ADDRESS stays empty";
  }
}
