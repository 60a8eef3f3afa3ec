package foresail.schema.defaults;

import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.List;

/**
 * Services and endpoints (pkg/apis/core/v1/defaults.go, pkg/apis/discovery/v1/defaults.go). What
 * the cluster allocates is not added: addresses, their families, node ports.
 */
final class ServiceDefaults {
  /** Three hours. */
  private static final int STICKY_SECONDS = 10_800;

  private ServiceDefaults() {}

  static void service(Draft service) {
    Draft spec = service.object("spec");
    spec.text("type", "ClusterIP");
    spec.text("sessionAffinity", "None");
    if (spec.text("sessionAffinity").equals("None")) {
      spec.remove("sessionAffinityConfig");
    } else if (spec.text("sessionAffinity").equals("ClientIP")) {
      Draft client = spec.object("sessionAffinityConfig").object("clientIP");
      client.number("timeoutSeconds", STICKY_SECONDS);
    }
    spec.each("ports").forEach(ServiceDefaults::port);
    String type = spec.text("type");
    boolean balanced = type.equals("LoadBalancer");
    boolean outside = balanced || type.equals("NodePort");
    boolean inside = outside || type.equals("ClusterIP");
    if (outside || (inside && !spec.isEmpty("externalIPs"))) {
      spec.text("externalTrafficPolicy", "Cluster");
    }
    if (inside) {
      spec.optionalText("internalTrafficPolicy", "Cluster");
    }
    if (balanced) {
      spec.flag("allocateLoadBalancerNodePorts", true);
    }
    clusterIps(spec, inside);
  }

  private static void port(Draft port) {
    port.text("protocol", "TCP");
    Node number = port.get("port").orElse(null);
    boolean free = port.isEmpty("targetPort") || port.text("targetPort").equals("0");
    boolean differs = !port.text("targetPort").equals(port.text("port"));
    if (number != null && free && differs) {
      port.put("targetPort", Added.copy(number));
    }
  }

  /** The single address of clients that do not know of two (pkg/registry/core/service). */
  private static void clusterIps(Draft spec, boolean inside) {
    Node address = spec.get("clusterIP").orElse(null);
    if (inside && !spec.isEmpty("clusterIP") && !spec.has("clusterIPs")) {
      spec.put("clusterIPs", new SequenceNode(List.of(Added.copy(address)), address.span(), true));
    }
  }

  static void endpoints(Draft endpoints) {
    for (Draft subset : endpoints.each("subsets")) {
      for (Draft port : subset.each("ports")) {
        port.text("protocol", "TCP");
      }
    }
  }

  static void endpointSlice(Draft slice) {
    for (Draft port : slice.each("ports")) {
      port.optionalText("name", "");
      port.optionalText("protocol", "TCP");
    }
  }
}
