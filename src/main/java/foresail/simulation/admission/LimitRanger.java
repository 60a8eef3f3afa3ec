package foresail.simulation.admission;

import foresail.model.LimitRange;
import foresail.notation.Quantity;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    ApiObject<?> changed = object;
    List<String> violations = new ArrayList<>();
    for (LimitRange range : ranges(object.namespace())) {
      if (changed instanceof Pod pod) {
        changed = pod.withSpec(LimitDefaults.apply(range, pod.spec()));
      }
    }
    for (LimitRange range : ranges(object.namespace())) {
      violations.addAll(
          changed instanceof Pod pod ? LimitBounds.of(range, pod.spec()) : claim(range, changed));
    }
    if (!violations.isEmpty()) {
      String text =
          violations.size() == 1 ? violations.get(0) : "[" + String.join(", ", violations) + "]";
      return Created.refused(
          "Forbidden", object.kind().plural() + " \"" + object.name() + "\" is forbidden: " + text);
    }
    @SuppressWarnings("unchecked") // the same object with other resources
    O admitted = (O) changed;
    return Created.stored(admitted);
  }

  private List<LimitRange> ranges(String namespace) {
    List<LimitRange> ranges = new ArrayList<>();
    for (Declared declared : api.list(Declared.LIMIT_RANGE, namespace)) {
      declared.as(LimitRange.class).ifPresent(ranges::add);
    }
    return ranges;
  }

  private static List<String> claim(LimitRange range, ApiObject<?> object) {
    Map<String, Quantity> requests = new TreeMap<>();
    Optional<Quantity> size = ((Claim) object).spec().storage();
    size.ifPresent(storage -> requests.put("storage", storage));
    List<String> violations = new ArrayList<>();
    for (LimitRange.Item item : range.limits()) {
      if (item.type().equals("PersistentVolumeClaim")) {
        violations.addAll(LimitBounds.ofClaim(item, requests));
      }
    }
    return violations;
  }
}
