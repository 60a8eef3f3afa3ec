package foresail.rule.check;

import foresail.graph.Reference;
import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.Workload;

/** What users see of a pod that lacks something. */
final class PodEffects {
  private PodEffects() {}

  /** STATUS of a pod whose container cannot be configured. */
  static String configError(Reference reference) {
    boolean init =
        reference.from() instanceof Workload workload
            && reference
                .container()
                .map(container -> isInit(workload.template().spec(), container))
                .orElse(false);
    return init ? "Init:CreateContainerConfigError" : "CreateContainerConfigError";
  }

  /** STATUS of a pod whose volumes cannot be mounted. */
  static String mounting(KubernetesObject object) {
    int inits =
        object instanceof Workload workload
            ? workload.template().spec().initContainers().size()
            : 0;
    return inits == 0 ? "ContainerCreating" : "Init:0/" + inits;
  }

  private static boolean isInit(PodSpec spec, Container wanted) {
    for (Container container : spec.initContainers()) {
      if (container == wanted) {
        return true;
      }
    }
    return false;
  }
}
