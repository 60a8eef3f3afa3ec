package foresail.simulation.process;

import foresail.model.Service;
import foresail.simulation.api.Declared;
import foresail.simulation.store.ApiServer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Adds the variables that tell a container of the Services in its namespace.
 *
 * <p>Source: pkg/kubelet/envvars/envvars.go, v1.36.
 */
final class ServiceLinks {
  private ServiceLinks() {}

  /** The container's own variables win. */
  static Map<String, String> add(Map<String, String> own, ApiServer api, String namespace) {
    var env = new LinkedHashMap<String, String>();
    env.put("KUBERNETES_SERVICE_HOST", ClusterAddresses.API_SERVER);
    env.put("KUBERNETES_SERVICE_PORT", "443");
    for (Declared declared : api.list(Declared.SERVICE, namespace)) {
      ClusterAddresses.of(declared)
          .ifPresent(
              address -> {
                String prefix = declared.name().toUpperCase(Locale.ROOT).replace('-', '_');
                env.put(prefix + "_SERVICE_HOST", address);
                declared.as(Service.class).stream()
                    .flatMap(service -> service.ports().stream())
                    .findFirst()
                    .ifPresent(port -> env.put(prefix + "_SERVICE_PORT", "" + port.port()));
              });
    }
    env.putAll(own);
    return env;
  }
}
