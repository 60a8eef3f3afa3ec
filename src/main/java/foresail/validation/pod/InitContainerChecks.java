package foresail.validation.pod;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.when;
import static foresail.validation.check.Values.forbiddenSet;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** What only init containers must keep to. */
final class InitContainerChecks {
  private InitContainerChecks() {}

  private static final String ONLY_SIDECARS =
      "may not be set for init containers without restartPolicy=Always";

  static final Check INIT_CONTAINER =
      object(
          PortChecks.INIT_HOST_PORTS,
          when(PodSpecs::isSidecar, ProbeChecks.PROBES, LifecycleChecks.LIFECYCLE),
          when(
              container -> !PodSpecs.isSidecar(container),
              onlySidecars("lifecycle", "pod.initContainers.lifecycle-forbidden"),
              onlySidecars("livenessProbe", "pod.initContainers.livenessProbe-forbidden"),
              onlySidecars("readinessProbe", "pod.initContainers.readinessProbe-forbidden"),
              onlySidecars("startupProbe", "pod.initContainers.startupProbe-forbidden"),
              field(
                  "resizePolicy",
                  each(
                      field(
                          "restartPolicy",
                          rule(
                              InitContainerChecks::resizesInPlace,
                              "pod.initContainers.resizePolicy-restart"))))));

  private static Check onlySidecars(String name, String fact) {
    return field(name, forbiddenSet(fact, ONLY_SIDECARS));
  }

  private static void resizesInPlace(Field policy, Refusals out) {
    if (policy.is("RestartContainer")) {
      out.invalid(
          "pod.initContainers.resizePolicy-restart",
          policy,
          "must not be set to 'RestartContainer' for non-sidecar initContainers");
    }
  }
}
