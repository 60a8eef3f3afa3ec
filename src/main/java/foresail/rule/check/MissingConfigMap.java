package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** References of pods to ConfigMaps that nobody knows. */
public final class MissingConfigMap extends MissingObject {
  public MissingConfigMap() {
    super("ConfigMap", Use.ENV, Use.ENV_FROM, Use.VOLUME);
  }

  @Override
  String consequence(Reference first) {
    if (first.use() == Use.VOLUME) {
      return "the pod stays in "
          + PodEffects.mounting(first.from())
          + ", with the event FailedMount: configmap \""
          + first.name()
          + "\" not found";
    }
    return "the container stays in "
        + PodEffects.configError(first)
        + ": configmap \""
        + first.name()
        + "\" not found";
  }
}
