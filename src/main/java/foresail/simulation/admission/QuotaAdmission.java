package foresail.simulation.admission;

import foresail.admission.QuotaRoom;
import foresail.admission.QuotaUsage;
import foresail.model.ResourceQuota;
import foresail.model.Service;
import foresail.notation.Quantity;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses what a ResourceQuota leaves no room for.
 *
 * <p>A real quota counts for nothing in its first 10 ms or so, until its controller has filled in
 * its status (Matches in pkg/quota/v1/generic/evaluator.go looks at status.hard). That race is left
 * out: who is let in by it is told what holds a moment later.
 *
 * <p>Source: apiserver/pkg/admission/plugin/resourcequota/controller.go, v1.36.
 */
public final class QuotaAdmission implements Admission {
  private final ApiServer api;
  private final Clock clock;

  public QuotaAdmission(ApiServer api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public <O extends ApiObject<O>> Created<O> admit(O object) {
    if (object.namespace().isEmpty()) {
      return Created.stored(object);
    }
    for (Declared declared : api.list(Declared.RESOURCE_QUOTA, object.namespace())) {
      Optional<String> refusal =
          declared.as(ResourceQuota.class).flatMap(quota -> refusal(new QuotaRoom(quota), object));
      if (refusal.isPresent()) {
        return Created.refused(
            "Forbidden",
            object.kind().resource() + " \"" + object.name() + "\" is forbidden: " + refusal.get());
      }
    }
    return Created.stored(object);
  }

  private <O extends ApiObject<O>> Optional<String> refusal(QuotaRoom room, O object) {
    if (!concerns(room, object)) {
      return Optional.empty();
    }
    if (object instanceof Pod pod) {
      Optional<String> unstated = room.unstated(pod.spec());
      if (unstated.isPresent()) {
        return unstated;
      }
    }
    Map<String, Quantity> wanted = room.limited(usage(object));
    return wanted.isEmpty() ? Optional.empty() : room.refusal(wanted, used(room, object));
  }

  private static boolean concerns(QuotaRoom room, ApiObject<?> object) {
    return object instanceof Pod pod ? room.concerns(pod.spec()) : room.concernsOthers();
  }

  private static Map<String, Quantity> usage(ApiObject<?> object) {
    if (object instanceof Pod pod) {
      return QuotaUsage.of(pod.spec());
    }
    if (object instanceof Claim claim) {
      return QuotaUsage.of(claim.spec());
    }
    return object instanceof Declared declared && declared.as(Service.class).isPresent()
        ? QuotaUsage.of(declared.as(Service.class).get())
        : QuotaUsage.of(object.kind().resource());
  }

  /** What the objects of this kind in the namespace take now. */
  private <O extends ApiObject<O>> Map<String, Quantity> used(QuotaRoom room, O object) {
    // Only the names of this kind are asked for below.
    Map<String, Quantity> used =
        room.concernsOthers() ? room.limited(QuotaUsage.ofEveryNamespace()) : new TreeMap<>();
    for (O other : api.list(object.kind(), object.namespace())) {
      if (concerns(room, other) && counts(other)) {
        room.limited(usage(other))
            .forEach((name, amount) -> used.merge(name, amount, Quantity::plus));
      }
    }
    return used;
  }

  /** A pod that has ended, or whose time to end is over, takes nothing. */
  private boolean counts(ApiObject<?> object) {
    return !(object instanceof Pod pod)
        || (!pod.terminal()
            && pod.metadata()
                .deletion()
                .filter(deletion -> deletion.at().compareTo(clock.now()) < 0)
                .isEmpty());
  }
}
