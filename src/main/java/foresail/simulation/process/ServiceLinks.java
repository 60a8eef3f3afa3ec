package foresail.simulation.process;

import foresail.model.Service;
import foresail.simulation.api.Declared;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The variables that tell a container of the Services in its namespace. All containers that start
 * while no Service changes share them.
 *
 * <p>Source: pkg/kubelet/envvars/envvars.go, v1.36.
 */
final class ServiceLinks {
  private final ApiServer api;
  private final Map<String, Map<String, String>> byNamespace = new HashMap<>();

  ServiceLinks(ApiServer api) {
    this.api = api;
    api.watch(
        Declared.SERVICE,
        Duration.ZERO,
        new Watcher<Declared>() {
          @Override
          public void added(Declared service) {
            byNamespace.remove(service.namespace());
          }

          @Override
          public void updated(Declared before, Declared now) {
            byNamespace.remove(now.namespace());
          }

          @Override
          public void deleted(Declared last) {
            byNamespace.remove(last.namespace());
          }
        });
  }

  /**
   * A container's variables as it starts now, put together when somebody reads them: most programs
   * are known and never do. The container's own ones win.
   */
  Supplier<Map<String, String>> with(Map<String, String> own, String namespace) {
    Map<String, String> links = byNamespace.computeIfAbsent(namespace, this::links);
    return () -> {
      Map<String, String> all = new LinkedHashMap<>(links);
      all.putAll(own);
      return all;
    };
  }

  private Map<String, String> links(String namespace) {
    var links = new LinkedHashMap<String, String>();
    links.put("KUBERNETES_SERVICE_HOST", ClusterAddresses.API_SERVER);
    links.put("KUBERNETES_SERVICE_PORT", "443");
    for (Declared declared : api.list(Declared.SERVICE, namespace)) {
      ClusterAddresses.of(declared)
          .ifPresent(
              address -> {
                String prefix = declared.name().toUpperCase(Locale.ROOT).replace('-', '_');
                links.put(prefix + "_SERVICE_HOST", address);
                declared.as(Service.class).stream()
                    .flatMap(service -> service.ports().stream())
                    .findFirst()
                    .ifPresent(port -> links.put(prefix + "_SERVICE_PORT", "" + port.port()));
              });
    }
    return links;
  }
}
