package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.EnvVar;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.util.List;

/** Variables that are used before they are set. */
public final class VariableDefinedLater implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    List<EnvVar> variables = container.env();
    for (int i = 0; i < variables.size(); i++) {
      String value = variables.get(i).value();
      if (value.contains("$(")) {
        for (EnvVar later : variables.subList(i + 1, variables.size())) {
          if (value.contains("$(" + later.name() + ")") && !isKnown(later, variables, i)) {
            scope
                .report(
                    Place.of(variables.get(i), "value"),
                    "$(" + later.name() + ") is set only further down and stays as it is written")
                .related(later.span("name"), "set here");
          }
        }
      }
    }
  }

  private static boolean isKnown(EnvVar variable, List<EnvVar> variables, int before) {
    return variables.subList(0, before).stream()
        .anyMatch(earlier -> earlier.name().equals(variable.name()));
  }
}
