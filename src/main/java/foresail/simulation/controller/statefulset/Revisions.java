package foresail.simulation.controller.statefulset;

import foresail.simulation.api.ControllerRevision;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.controller.RevisionHistory;

/**
 * The two templates between which a StatefulSet goes.
 *
 * @param current the one that it had before the update; the same as the other while none is under
 *     way
 * @param update the one that it has now
 */
record Revisions(ControllerRevision current, ControllerRevision update) {
  static Revisions of(StatefulSet set, RevisionHistory history) {
    ControllerRevision update = history.update(set, set.spec().template());
    for (ControllerRevision revision : history.of(set)) {
      if (revision.name().equals(set.status().currentRevision())) {
        return new Revisions(revision, update);
      }
    }
    return new Revisions(update, update);
  }

  /** The template for a pod that is missing: below the partition it is still the old one. */
  ControllerRevision forMissing(StatefulSet set, int ordinal) {
    if (set.spec().onDelete()) {
      return update;
    }
    boolean block =
        set.spec().manifest().root().at("spec", "updateStrategy", "rollingUpdate").isPresent();
    // Without the block the real controller goes by how many old pods there are.
    int old = block ? set.spec().partition() : set.status().currentReplicas();
    return ordinal < set.spec().firstOrdinal() + old ? current : update;
  }
}
