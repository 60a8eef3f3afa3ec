package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.StatefulSet;
import foresail.rule.Check;
import foresail.rule.Scope;

/** StatefulSets whose partition lets no change through. */
public final class PartitionBlocksUpdate implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof StatefulSet set
        && set.partition() > 0
        && set.partition() >= set.firstOrdinal() + set.replicas()
        && set.replicas() > 0) {
      scope
          .report(
              Place.of(set, "spec", "updateStrategy", "rollingUpdate", "partition"),
              "a change of " + Words.of(set) + " reaches none of its " + set.replicas() + " pods")
          .related(
              set.span("spec", "replicas"),
              "the last pod has number " + (set.firstOrdinal() + set.replicas() - 1));
    }
  }
}
