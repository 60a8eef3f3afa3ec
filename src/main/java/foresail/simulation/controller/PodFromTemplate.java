package foresail.simulation.controller;

import foresail.model.PodTemplate;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import java.util.List;

/**
 * Makes a pod as a template says; the template's own name and namespace do not count.
 *
 * <p>Source: GetPodFromTemplate in pkg/controller/controller_utils.go, v1.36.
 */
public final class PodFromTemplate {
  private PodFromTemplate() {}

  /** A pod named {@code OWNER-<5 letters>}. */
  public static Pod generated(ApiObject<?> owner, PodTemplate template) {
    return withMetadata(
        ObjectMeta.generated(owner.namespace(), owner.name() + "-"), owner, template);
  }

  /** A pod of a certain name. */
  public static Pod named(String name, ApiObject<?> owner, PodTemplate template) {
    return withMetadata(ObjectMeta.named(owner.namespace(), name), owner, template);
  }

  private static Pod withMetadata(ObjectMeta name, ApiObject<?> owner, PodTemplate template) {
    foresail.model.ObjectMeta wanted = template.metadata();
    return Pod.fresh(
        name.withLabels(wanted.labels())
            .withAnnotations(wanted.annotations())
            .withFinalizers(wanted.finalizers())
            .withOwners(List.of(OwnerReference.controlledBy(owner))),
        template.spec());
  }
}
