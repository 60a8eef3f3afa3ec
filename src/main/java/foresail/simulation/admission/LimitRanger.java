package foresail.simulation.admission;

import foresail.admission.LimitRanges;
import foresail.admission.OutOfBounds;
import foresail.model.LimitRange;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives containers the requests and limits of a namespace's LimitRanges, and refuses what is out of
 * their bounds.
 *
 * <p>Source: plugin/pkg/admission/limitranger/admission.go, v1.36.
 */
public final class LimitRanger implements Admission {
  private final ApiServer api;

  public LimitRanger(ApiServer api) {
    this.api = api;
  }

  @Override
  public <O extends ApiObject<O>> Created<O> admit(O object) {
    if (!(object instanceof Pod) && !(object instanceof Claim)) {
      return Created.stored(object);
    }
    LimitRanges ranges = ranges(object.namespace());
    if (ranges.ranges().isEmpty()) {
      return Created.stored(object);
    }
    ApiObject<?> changed = object;
    List<OutOfBounds> found;
    if (object instanceof Pod pod) {
      Pod complete = pod.withSpec(ranges.completed(pod.spec()));
      changed = complete;
      found = ranges.violations(complete.spec());
      List<LimitRanges.Contradiction> wrong = LimitRanges.contradictions(complete.spec());
      if (!wrong.isEmpty() && found.isEmpty()) {
        return Created.refused(
            "Invalid",
            "Pod \""
                + object.name()
                + "\" is invalid: "
                + LimitRanges.joined(
                    wrong.stream().map(LimitRanges.Contradiction::message).toList()));
      }
    } else {
      found = ranges.violations(((Claim) object).spec());
    }
    if (!found.isEmpty()) {
      return Created.refused(
          "Forbidden",
          object.kind().plural()
              + " \""
              + object.name()
              + "\" is forbidden: "
              + LimitRanges.joined(found.stream().map(OutOfBounds::message).toList()));
    }
    @SuppressWarnings("unchecked") // the same object with other resources
    O admitted = (O) changed;
    return Created.stored(admitted);
  }

  private LimitRanges ranges(String namespace) {
    List<LimitRange> ranges = new ArrayList<>();
    for (Declared declared : api.list(Declared.LIMIT_RANGE, namespace)) {
      declared.as(LimitRange.class).ifPresent(ranges::add);
    }
    return new LimitRanges(ranges);
  }
}
