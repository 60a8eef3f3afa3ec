package foresail.simulation.controller;

import foresail.model.PodTemplate;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.ControllerRevision;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.store.ApiServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The templates that a StatefulSet or DaemonSet has had, as ControllerRevisions. A template that
 * comes back is the same revision again, with a new number.
 *
 * <p>Source: pkg/controller/history/controller_history.go, v1.36.
 */
public final class RevisionHistory {
  /** The label by which a pod tells its revision. */
  public static final String LABEL = "controller-revision-hash";

  private final ApiServer api;

  public RevisionHistory(ApiServer api) {
    this.api = api;
  }

  /** All of them, oldest number first. */
  public List<ControllerRevision> of(ApiObject<?> owner) {
    List<ControllerRevision> all =
        new ArrayList<>(api.controlledBy(ControllerRevision.KIND, owner.uid()));
    all.sort(Comparator.comparingLong(ControllerRevision::revision));
    return all;
  }

  /** The revision of the template that the owner has now; made where there is none. */
  public ControllerRevision update(ApiObject<?> owner, PodTemplate template) {
    List<ControllerRevision> all = of(owner);
    long next = all.isEmpty() ? 1 : all.get(all.size() - 1).revision() + 1;
    for (int i = all.size() - 1; i >= 0; i--) {
      ControllerRevision known = all.get(i);
      if (Templates.same(known.template(), template)) {
        return i == all.size() - 1
            ? known
            : api.update(ControllerRevision.KIND, known.key(), old -> old.withRevision(next))
                .orElseThrow();
      }
    }
    return create(owner, template, next);
  }

  private ControllerRevision create(ApiObject<?> owner, PodTemplate template, long number) {
    for (int collisions = 0; ; collisions++) {
      String hash = TemplateHash.of(template, collisions);
      var metadata =
          ObjectMeta.named(owner.namespace(), owner.name() + "-" + hash)
              .withLabels(template.metadata().labels())
              .withOwners(List.of(OwnerReference.controlledBy(owner)));
      Optional<ControllerRevision> made =
          api.create(new ControllerRevision(metadata, template, number)).object();
      if (made.isPresent()) {
        return made.get();
      }
    }
  }

  /**
   * Deletes the oldest ones that no pod has, beyond a number of them.
   *
   * @param inUse names that have to stay
   */
  public void cleanUp(ApiObject<?> owner, int limit, List<String> inUse) {
    List<ControllerRevision> unused = of(owner);
    unused.removeIf(revision -> inUse.contains(revision.name()));
    for (ControllerRevision revision : unused.subList(0, Math.max(0, unused.size() - limit))) {
      api.delete(ControllerRevision.KIND, revision.key());
    }
  }
}
