package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.EnvVar;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.util.HashMap;
import java.util.Map;

/** Variables that one container's environment names twice. */
public final class DuplicateEnvName implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    if (container.env().size() < 2) {
      return;
    }
    Map<String, EnvVar> seen = new HashMap<>();
    for (EnvVar variable : container.env()) {
      EnvVar first = seen.putIfAbsent(variable.name(), variable);
      if (first != null && !variable.name().isEmpty()) {
        scope
            .report(
                Place.of(variable, "name"),
                "container \"" + container.name() + "\" sets " + variable.name() + " twice")
            .related(first.span("name"), "first set here; this value is lost");
      }
    }
  }
}
