package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** Claims of a volume that nobody knows. */
public final class MissingPersistentVolume extends MissingObject {
  public MissingPersistentVolume() {
    super("PersistentVolume", Use.BOUND_VOLUME);
  }

  @Override
  String consequence(Reference first) {
    return "the claim stays Pending without any event, and with it every pod that uses it";
  }
}
