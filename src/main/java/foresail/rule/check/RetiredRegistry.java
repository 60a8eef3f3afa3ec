package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.util.List;

/** Images of registries that are being switched off. */
public final class RetiredRegistry implements ContainerCheck {
  private static final List<String> RETIRED =
      List.of("k8s.gcr.io/", "gcr.io/google_containers/", "gcr.io/google-containers/");

  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    for (String registry : RETIRED) {
      if (container.image().startsWith(registry)) {
        scope
            .report(
                Place.of(container, "image"),
                "\"" + container.image() + "\" comes from a registry that was retired in 2023")
            .advise("take registry.k8s.io/" + container.image().substring(registry.length()));
      }
    }
  }
}
