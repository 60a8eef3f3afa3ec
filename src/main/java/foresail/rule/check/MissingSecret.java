package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** References of pods to Secrets that nobody knows. */
public final class MissingSecret extends MissingObject {
  public MissingSecret() {
    super("Secret", Use.ENV, Use.ENV_FROM, Use.VOLUME, Use.TLS);
  }

  @Override
  String consequence(Reference first) {
    if (first.use() == Use.VOLUME) {
      return "the pod stays in "
          + PodEffects.mounting(first.from())
          + ", with the event FailedMount: secret \""
          + first.name()
          + "\" not found";
    }
    if (first.use() == Use.TLS) {
      return "the controller serves its own default certificate";
    }
    return "the container stays in "
        + PodEffects.configError(first)
        + ": secret \""
        + first.name()
        + "\" not found";
  }
}
