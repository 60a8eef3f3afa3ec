package foresail.rule;

import static java.util.Objects.requireNonNull;

import foresail.cel.Expression;
import foresail.cel.Outcome;
import foresail.cel.Values;
import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.model.Located;
import foresail.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rule that a user wrote: a finding wherever its expression is not true.
 *
 * @param each what {@code self} is: an object, or each container of one
 * @param require true where nothing is wrong; one that fails is not true
 * @param at what to underline, from {@code self}
 */
public record OwnRule(Rule rule, RulePage page, Each each, Expression require, List<String> at)
    implements Check {
  public OwnRule {
    requireNonNull(rule);
    requireNonNull(page);
    requireNonNull(each);
    requireNonNull(require);
    at = List.copyOf(at);
  }

  @Override
  public void check(KubernetesObject object, Scope scope) {
    String whole = object.manifest().id().toString();
    if (!each.isContainer()) {
      look(object, object, whole, scope);
    } else if (object instanceof Workload workload) {
      List<Container> containers = new ArrayList<>(workload.template().spec().initContainers());
      containers.addAll(workload.template().spec().containers());
      for (Container container : containers) {
        look(container, object, "container \"" + container.name() + "\" of " + whole, scope);
      }
    }
  }

  private void look(Located self, KubernetesObject object, String name, Scope scope) {
    Outcome outcome =
        require.evaluate(
            Map.of("self", Values.of(self.node()), "object", Values.of(object.node())));
    if (!outcome.isTrue()) {
      String failure =
          outcome instanceof Outcome.Failure failed ? " (" + failed.message() + ")" : "";
      scope.report(new Place(self, at), name + ": " + page.summary() + failure);
    }
  }
}
