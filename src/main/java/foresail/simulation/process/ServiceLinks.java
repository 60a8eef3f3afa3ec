package foresail.simulation.process;

import foresail.simulation.api.Declared;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        Watcher.ofEach(service -> byNamespace.remove(service.namespace())));
  }

  /**
   * A container's variables as it starts now, put together when somebody reads them: most programs
   * are known and never do. The container's own ones win.
   *
   * @param all whether the pod wants to know of all Services, not of the API server alone
   */
  Supplier<Map<String, String>> with(Map<String, String> own, String namespace, boolean all) {
    Map<String, String> links =
        all ? byNamespace.computeIfAbsent(namespace, this::links) : ServiceVariables.ofServer();
    return () -> {
      Map<String, String> both = new LinkedHashMap<>(links);
      both.putAll(own);
      return both;
    };
  }

  private Map<String, String> links(String namespace) {
    Map<String, String> links = ServiceVariables.ofServer();
    for (Declared declared : api.list(Declared.SERVICE, namespace)) {
      ServiceVariables.add(links, declared);
    }
    return links;
  }
}
