package foresail.rule;

import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.Workload;

/** A condition over one container at a time. Otherwise as {@link Check}. */
public interface ContainerCheck extends Check {
  /** Looks at one container, of whatever role, in the pod's order. */
  void check(Workload workload, Container container, Role role, Scope scope);

  /** What a container is in its pod. */
  enum Role {
    /** An init container that is to end. */
    INIT,
    /** An init container that stays. */
    SIDECAR,
    APP
  }

  @Override
  default void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload) {
      for (Container container : workload.template().spec().initContainers()) {
        Role role = PodSpec.isSidecar(container) ? Role.SIDECAR : Role.INIT;
        check(workload, container, role, scope);
      }
      for (Container container : workload.template().spec().containers()) {
        check(workload, container, Role.APP, scope);
      }
    }
  }
}
