package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** Backends of an Ingress that nobody knows. */
public final class MissingIngressService extends MissingObject {
  public MissingIngressService() {
    super("Service", Use.INGRESS_BACKEND);
  }

  @Override
  String consequence(Reference first) {
    return "the controller answers 503 or 404 for this path, and no event tells why";
  }
}
