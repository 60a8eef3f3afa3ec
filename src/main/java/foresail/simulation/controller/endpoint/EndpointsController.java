package foresail.simulation.controller.endpoint;

import foresail.model.LabelSelector;
import foresail.model.Service;
import foresail.simulation.api.Declared;
import foresail.simulation.api.EndpointSlice;
import foresail.simulation.api.Key;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an EndpointSlice for each Service that selects pods.
 *
 * <p>Source: pkg/controller/endpointslice/endpointslice_controller.go, v1.36.
 */
public final class EndpointsController {
  private final ApiServer api;
  private final ServiceIndex services;
  private final WorkQueue<Key> queue;

  public EndpointsController(Environment env) {
    this.api = env.api();
    this.services = new ServiceIndex(api);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    new OwnerQueue(api, Declared.SERVICE, queue).onOwn(Declared.SERVICE);
    api.watch(Pod.KIND, Latency.WATCH, podWatch());
  }

  private Watcher<Pod> podWatch() {
    return new Watcher<>() {
      @Override
      public void added(Pod pod) {
        wake(pod);
      }

      @Override
      public void updated(Pod before, Pod now) {
        boolean relabelled = !before.metadata().labels().equals(now.metadata().labels());
        if (relabelled) {
          wake(before);
        }
        if (relabelled || matters(before, now)) {
          wake(now);
        }
      }

      @Override
      public void deleted(Pod last) {
        wake(last);
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
    services.selecting(pod).forEach(queue::add);
  }

  private void sync(Key key) {
    Optional<Declared> declared = api.get(Declared.SERVICE, key);
    Optional<Service> service =
        declared
            .flatMap(object -> object.as(Service.class))
            .filter(spec -> spec.selector().isPresent() && !spec.isExternalName());
    if (service.isEmpty()) {
      api.delete(EndpointSlice.KIND, key);
      return;
    }
    List<EndpointSlice.Endpoint> endpoints = new ArrayList<>();
    LabelSelector selector = service.get().selector().orElseThrow();
    for (Pod pod : api.select(Pod.KIND, key.namespace(), selector)) {
      if (!pod.terminal() && !pod.status().podIp().isEmpty()) {
        endpoints.add(PodEndpoint.of(service.get(), pod));
      }
    }
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
