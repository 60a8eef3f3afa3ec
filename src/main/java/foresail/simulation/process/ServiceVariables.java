package foresail.simulation.process;

import foresail.model.Service;
import foresail.model.Service.ServicePort;
import foresail.simulation.api.Declared;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that tell of one Service: {@code WEB_SERVICE_HOST}, {@code WEB_PORT_80_TCP_ADDR}
 * and so on.
 *
 * <p>Source: pkg/kubelet/envvars/envvars.go, v1.36.
 */
final class ServiceVariables {
  private ServiceVariables() {}

  /** Of the API server, which every container gets. */
  static Map<String, String> ofServer() {
    Map<String, String> env = new LinkedHashMap<>();
    add(env, "KUBERNETES", ClusterAddresses.API_SERVER, List.of(new Port("https", 443, "TCP")));
    return env;
  }

  /** Adds those of a Service; one without an address has none. */
  static void add(Map<String, String> env, Declared declared) {
    Optional<String> address = ClusterAddresses.of(declared);
    Optional<Service> service = declared.as(Service.class);
    if (address.isPresent() && service.isPresent()) {
      String name = declared.name().toUpperCase(Locale.ROOT).replace('-', '_');
      add(env, name, address.get(), service.get().ports().stream().map(Port::of).toList());
    }
  }

  private record Port(String name, int number, String protocol) {
    static Port of(ServicePort port) {
      return new Port(
          port.name(), port.port(), port.protocol().isEmpty() ? "TCP" : port.protocol());
    }
  }

  private static void add(Map<String, String> env, String name, String address, List<Port> ports) {
    env.put(name + "_SERVICE_HOST", address);
    if (ports.isEmpty()) {
      return;
    }
    env.put(name + "_SERVICE_PORT", "" + ports.get(0).number());
    for (Port port : ports) {
      if (!port.name().isEmpty()) {
        String part = port.name().toUpperCase(Locale.ROOT).replace('-', '_');
        env.put(name + "_SERVICE_PORT_" + part, "" + port.number());
      }
    }
    for (Port port : ports) {
      String protocol = port.protocol().toLowerCase(Locale.ROOT);
      String url = protocol + "://" + address + ":" + port.number();
      String prefix =
          name + "_PORT_" + port.number() + "_" + port.protocol().toUpperCase(Locale.ROOT);
      env.putIfAbsent(name + "_PORT", url);
      env.put(prefix, url);
      env.put(prefix + "_PROTO", protocol);
      env.put(prefix + "_PORT", "" + port.number());
      env.put(prefix + "_ADDR", address);
    }
  }
}
