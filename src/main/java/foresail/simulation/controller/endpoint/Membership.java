package foresail.simulation.controller.endpoint;

import foresail.model.Service;
import foresail.simulation.api.EndpointSlice.Endpoint;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The endpoints of one Service, of which only those are made anew whose pods changed. */
final class Membership {
  /** By the pod's uid, and so in the order of creation. */
  private final SortedMap<String, Endpoint> endpoints = new TreeMap<>();

  /** Pods to be looked at again, by their uids. */
  private final Map<String, Key> changed = new HashMap<>();

  private boolean all = true;

  /** Every pod is to be looked at: the Service is another one. */
  void change() {
    all = true;
  }

  void change(Pod pod) {
    changed.put(pod.uid(), pod.key());
  }

  /** All endpoints as they are now. */
  List<Endpoint> of(Service service, String namespace, ApiServer api) {
    if (all) {
      endpoints.clear();
      service
          .selector()
          .ifPresent(
              selector ->
                  api.select(Pod.KIND, namespace, selector).forEach(pod -> put(service, pod)));
    } else {
      changed.forEach(
          (uid, key) -> {
            endpoints.remove(uid);
            Optional<Pod> pod = api.get(Pod.KIND, key).filter(now -> now.uid().equals(uid));
            pod.filter(now -> selects(service, now)).ifPresent(now -> put(service, now));
          });
    }
    all = false;
    changed.clear();
    return new ArrayList<>(endpoints.values());
  }

  private static boolean selects(Service service, Pod pod) {
    return service
        .selector()
        .filter(selector -> selector.matches(pod.metadata().labels()))
        .isPresent();
  }

  private void put(Service service, Pod pod) {
    if (!pod.terminal() && !pod.status().podIp().isEmpty()) {
      endpoints.put(pod.uid(), PodEndpoint.of(service, pod));
    }
  }
}
