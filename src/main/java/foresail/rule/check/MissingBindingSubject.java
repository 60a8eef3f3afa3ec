package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** Accounts that get a role and that nobody knows. */
public final class MissingBindingSubject extends MissingObject {
  public MissingBindingSubject() {
    super("ServiceAccount", Use.SUBJECT);
  }

  @Override
  String consequence(Reference first) {
    return "the binding is accepted and helps nobody: pods of another account get 403";
  }
}
