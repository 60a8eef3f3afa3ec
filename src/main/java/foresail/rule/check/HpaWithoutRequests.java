package foresail.rule.check;

import foresail.graph.Place;
import foresail.graph.Reference;
import foresail.model.Container;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.LimitRange;
import foresail.model.PodSpec;
import foresail.model.Resources;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Autoscalers by a share of requests that nobody makes. */
public final class HpaWithoutRequests implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (!(object instanceof HorizontalPodAutoscaler autoscaler)) {
      return;
    }
    for (Reference reference : scope.references()) {
      if (reference.use() == Reference.Use.SCALE_TARGET) {
        for (KubernetesObject target : reference.objects()) {
          if (target instanceof Workload workload && !hasLimitRange(workload, scope)) {
            metrics(autoscaler, workload, scope);
          }
        }
      }
    }
  }

  /** A LimitRange gives containers requests that they do not write. */
  private static boolean hasLimitRange(Workload workload, Scope scope) {
    String namespace = scope.graph().namespaceOf(workload);
    return scope.graph().objects().stream()
        .anyMatch(
            object ->
                object instanceof LimitRange
                    && (namespace.isEmpty()
                        || scope.graph().namespaceOf(object).isEmpty()
                        || namespace.equals(scope.graph().namespaceOf(object))));
  }

  private static void metrics(HorizontalPodAutoscaler autoscaler, Workload workload, Scope scope) {
    List<Node> metrics = RuleNodes.items(autoscaler.node().at("spec", "metrics"));
    if (autoscaler.node().at("spec", "targetCPUUtilizationPercentage").isPresent()) {
      Place at =
          Written.has(autoscaler, "spec", "targetCPUUtilizationPercentage")
              ? Place.of(autoscaler, "spec", "targetCPUUtilizationPercentage")
              : Place.of(autoscaler, "spec", "scaleTargetRef");
      look("cpu", at, autoscaler, workload, scope);
    }
    for (int i = 0; i < metrics.size(); i++) {
      Optional<Node> resource = metrics.get(i).get("resource");
      boolean share =
          resource
              .flatMap(node -> node.get("target"))
              .flatMap(target -> target.string("type"))
              .filter("Utilization"::equals)
              .isPresent();
      if (share) {
        String name = resource.flatMap(node -> node.string("name")).orElse("");
        Place at =
            metrics.get(i).added()
                ? Place.of(autoscaler, "spec", "scaleTargetRef")
                : Place.of(autoscaler, "spec", "metrics", Integer.toString(i), "resource", "name");
        look(name, at, autoscaler, workload, scope);
      }
    }
  }

  private static void look(
      String resource,
      Place at,
      HorizontalPodAutoscaler autoscaler,
      Workload workload,
      Scope scope) {
    PodSpec spec = workload.template().spec();
    if (has(spec.resources(), resource)) {
      return;
    }
    List<Container> containers = new ArrayList<>();
    for (Container container : spec.initContainers()) {
      if (PodSpec.isSidecar(container)) {
        containers.add(container);
      }
    }
    containers.addAll(spec.containers());
    for (Container container : containers) {
      if (!has(container.resources(), resource)) {
        scope
            .report(
                at,
                Words.of(autoscaler)
                    + " scales by "
                    + resource
                    + ", but container \""
                    + container.name()
                    + "\" of "
                    + Words.of(workload)
                    + " requests none")
            .related(container.span("name"), "no request of " + resource);
        return;
      }
    }
  }

  private static boolean has(Resources resources, String name) {
    return resources.requests().containsKey(name) || resources.limits().containsKey(name);
  }
}
