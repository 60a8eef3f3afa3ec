package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;

/** Images that nobody pulls. */
public final class ImageNeverPresent implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    if (container.imagePullPolicy().equals("Never")) {
      scope.report(
          Place.of(container, "imagePullPolicy"),
          "\"" + container.image() + "\" is never pulled and has to be on every node already");
    }
  }
}
