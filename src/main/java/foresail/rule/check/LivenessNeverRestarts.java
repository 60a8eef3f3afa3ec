package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.model.Pod;
import foresail.model.Probe;
import foresail.model.RestartPolicy;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.Optional;

/** Probes that kill a container of a pod which restarts nothing. */
public final class LivenessNeverRestarts implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Pod pod && pod.spec().restartPolicy() == RestartPolicy.NEVER) {
      for (Container container : pod.spec().containers()) {
        if (container.restartPolicy().isEmpty()) {
          look("livenessProbe", container.livenessProbe(), pod, container, scope);
          look("startupProbe", container.startupProbe(), pod, container, scope);
        }
      }
    }
  }

  private static void look(
      String field, Optional<Probe> probe, Pod pod, Container container, Scope scope) {
    if (probe.isPresent()) {
      scope
          .report(
              Place.of(container, field),
              "the "
                  + field
                  + " of container \""
                  + container.name()
                  + "\" can only end it: "
                  + Words.of(pod)
                  + " restarts nothing")
          .underline(container.keySpan(field))
          .related(pod.spec().span("restartPolicy"), "nothing is restarted");
    }
  }
}
