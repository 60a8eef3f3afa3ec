package foresail.admission;

import foresail.model.Container;
import foresail.model.LimitRange;
import foresail.model.PodSpec;
import foresail.model.Resources;
import foresail.notation.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests and limits that containers get from a LimitRange where they state none.
 *
 * <p>Source: mergeContainerResources in plugin/pkg/admission/limitranger/admission.go and
 * SetDefaults_LimitRangeItem in pkg/apis/core/v1/defaults.go, v1.36.
 */
final class LimitDefaults {
  private LimitDefaults() {}

  static PodSpec apply(LimitRange range, PodSpec spec) {
    PodSpec changed = spec;
    for (LimitRange.Item item : range.limits()) {
      if (item.type().equals("Container")) {
        Resources defaults = defaults(item);
        changed =
            changed.withContainers(
                merged(changed.initContainers(), defaults), merged(changed.containers(), defaults));
      }
    }
    return changed;
  }

  /** A missing default is the maximum, a missing request the default limit, else the minimum. */
  private static Resources defaults(LimitRange.Item item) {
    Map<String, Quantity> limits = new LinkedHashMap<>(item.defaultLimit());
    item.max().forEach(limits::putIfAbsent);
    Map<String, Quantity> requests = new LinkedHashMap<>(item.defaultRequest());
    limits.forEach(requests::putIfAbsent);
    item.min().forEach(requests::putIfAbsent);
    return new Resources(item.node(), requests, limits);
  }

  private static List<Container> merged(List<Container> containers, Resources defaults) {
    List<Container> merged = new ArrayList<>();
    for (Container container : containers) {
      Map<String, Quantity> requests = new LinkedHashMap<>(container.resources().requests());
      Map<String, Quantity> limits = new LinkedHashMap<>(container.resources().limits());
      defaults.requests().forEach(requests::putIfAbsent);
      defaults.limits().forEach(limits::putIfAbsent);
      merged.add(
          container.withResources(new Resources(container.resources().node(), requests, limits)));
    }
    return merged;
  }
}
