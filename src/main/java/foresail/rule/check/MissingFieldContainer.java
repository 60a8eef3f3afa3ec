package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.EnvVar;
import foresail.model.PodSpec;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;

/** Resources of a container that the pod does not have. */
public final class MissingFieldContainer implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    for (EnvVar variable : container.env()) {
      if (variable.source().orElse(null) instanceof EnvVar.Source.ResourceField field
          && !field.container().isEmpty()
          && !has(workload.template().spec(), field.container())) {
        scope.report(
            Place.of(variable, "valueFrom", "resourceFieldRef", "containerName"),
            Words.of(workload) + " has no container \"" + field.container() + "\"");
      }
    }
  }

  private static boolean has(PodSpec spec, String name) {
    return spec.containers().stream().anyMatch(one -> one.name().equals(name))
        || spec.initContainers().stream().anyMatch(one -> one.name().equals(name));
  }
}
