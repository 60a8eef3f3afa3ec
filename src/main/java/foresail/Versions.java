package foresail;

import foresail.model.KubernetesObject;
import foresail.simulation.Plan;
import foresail.simulation.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects that a plan applies.
 *
 * @param before in its prelude, and not again after it: they stay as they are
 * @param after from the moment on from which it is told
 */
record Versions(List<KubernetesObject> before, List<KubernetesObject> after) {
  static Versions of(Plan plan) {
    List<KubernetesObject> before = new ArrayList<>();
    List<KubernetesObject> after = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step instanceof Step.Apply apply) {
        (apply.at().compareTo(plan.prelude()) < 0 ? before : after).addAll(apply.objects());
      }
    }
    Set<List<String>> renewed = new HashSet<>();
    after.forEach(object -> renewed.add(key(object, plan)));
    before.removeIf(object -> renewed.contains(key(object, plan)));
    return new Versions(before, after);
  }

  private static List<String> key(KubernetesObject object, Plan plan) {
    String namespace = object.metadata().namespace();
    return List.of(
        object.manifest().id().group(),
        object.kind(),
        namespace.isEmpty() ? plan.namespace() : namespace,
        object.name());
  }

  /** Those that are there in the time that is told. */
  List<KubernetesObject> told() {
    List<KubernetesObject> told = new ArrayList<>(before);
    told.addAll(after);
    return told;
  }
}
