package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import foresail.source.ScalarNode;
import java.util.List;

/** Memory in thousandths of a byte. */
public final class MemoryInMilli implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    for (String field : List.of("requests", "limits")) {
      for (String name : List.of("memory", "ephemeral-storage")) {
        container
            .resources()
            .node()
            .at(field, name)
            .filter(
                node ->
                    !node.added()
                        && node instanceof ScalarNode scalar
                        && scalar.text().endsWith("m"))
            .ifPresent(
                node ->
                    scope
                        .report(
                            Place.of(container.resources(), field, name),
                            name
                                + " "
                                + ((ScalarNode) node).text()
                                + " of container \""
                                + container.name()
                                + "\" is in thousandths of a byte")
                        .advise("write Mi for mebibytes"));
      }
    }
  }
}
