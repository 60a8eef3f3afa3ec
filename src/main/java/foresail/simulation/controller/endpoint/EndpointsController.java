package foresail.simulation.controller.endpoint;

import foresail.model.Service;
import foresail.simulation.api.Declared;
import foresail.simulation.api.EndpointSlice;
import foresail.simulation.api.Key;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.SelectedPods;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps an EndpointSlice for each Service that selects pods.
 *
 * <p>Source: pkg/controller/endpointslice/endpointslice_controller.go, v1.36.
 */
public final class EndpointsController {
  private final ApiServer api;
  private final ServiceIndex services;
  private final Map<Key, Membership> memberships = new HashMap<>();
  private final WorkQueue<Key> queue;

  public EndpointsController(Environment env) {
    this.api = env.api();
    this.services = new ServiceIndex(api);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    api.watch(Declared.SERVICE, Latency.WATCH, serviceWatch());
    api.watch(Pod.KIND, Latency.WATCH, new SelectedPods(EndpointsController::matters, this::wake));
  }

  private Watcher<Declared> serviceWatch() {
    return new Watcher<>() {
      @Override
      public void added(Declared service) {
        membership(service.key()).change();
        queue.add(service.key());
      }

      @Override
      public void updated(Declared before, Declared now) {
        added(now);
      }

      @Override
      public void deleted(Declared last) {
        queue.add(last.key());
      }
    };
  }

  /** Whether an endpoint changes with its pod (endpointsMembershipChanged, v1.36). */
  private static boolean matters(Pod before, Pod now) {
    return before.ready() != now.ready()
        || before.deleting() != now.deleting()
        || before.terminal() != now.terminal()
        || before.spec() != now.spec()
        || !before.status().podIp().equals(now.status().podIp());
  }

  private void wake(Pod pod) {
    for (Key service : services.selecting(pod)) {
      membership(service).change(pod);
      queue.add(service);
    }
  }

  private Membership membership(Key service) {
    return memberships.computeIfAbsent(service, unused -> new Membership());
  }

  private void sync(Key key) {
    Optional<Declared> declared = api.get(Declared.SERVICE, key);
    Optional<Service> service =
        declared
            .flatMap(object -> object.as(Service.class))
            .filter(spec -> spec.selector().isPresent() && !spec.isExternalName());
    if (service.isEmpty()) {
      api.delete(EndpointSlice.KIND, key);
      memberships.remove(key);
      return;
    }
    List<EndpointSlice.Endpoint> endpoints =
        membership(key).of(service.get(), key.namespace(), api);
    if (api.get(EndpointSlice.KIND, key).isEmpty()) {
      api.create(
          new EndpointSlice(
              ObjectMeta.named(key.namespace(), key.name())
                  .withOwners(List.of(OwnerReference.controlledBy(declared.orElseThrow()))),
              endpoints));
    } else {
      api.update(EndpointSlice.KIND, key, slice -> slice.withEndpoints(endpoints));
    }
  }
}
