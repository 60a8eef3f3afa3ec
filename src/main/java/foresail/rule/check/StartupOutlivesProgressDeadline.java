package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Deployment;
import foresail.model.KubernetesObject;
import foresail.model.Probe;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Deployments whose pods may start for longer than a rollout may take. */
public final class StartupOutlivesProgressDeadline implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Deployment deployment && deployment.progressDeadlineSeconds() > 0) {
      for (Container container : deployment.template().spec().containers()) {
        look(deployment, container, scope);
      }
    }
  }

  private static void look(Deployment deployment, Container container, Scope scope) {
    if (container.startupProbe().isPresent()) {
      Probe probe = container.startupProbe().get();
      long budget =
          probe.initialDelaySeconds() + (long) probe.failureThreshold() * probe.periodSeconds();
      report(deployment, container, probe, "failureThreshold", budget, scope);
    } else if (container.readinessProbe().isPresent()) {
      Probe probe = container.readinessProbe().get();
      report(
          deployment, container, probe, "initialDelaySeconds", probe.initialDelaySeconds(), scope);
    }
  }

  private static void report(
      Deployment deployment,
      Container container,
      Probe probe,
      String field,
      long seconds,
      Scope scope) {
    if (seconds >= deployment.progressDeadlineSeconds()) {
      scope
          .report(
              Place.of(probe, field),
              "container \""
                  + container.name()
                  + "\" may take "
                  + seconds
                  + " s to start, but the rollout counts as failed after "
                  + deployment.progressDeadlineSeconds()
                  + " s")
          .related(
              deployment.span("spec", "progressDeadlineSeconds"),
              "the deadline, 600 s if not written");
    }
  }
}
