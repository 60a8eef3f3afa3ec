package foresail.simulation.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pods behind a Service, ready or not; one for each Service, of the Service's name.
 *
 * @param endpoints in the order of the pods' creation
 */
public record EndpointSlice(ObjectMeta metadata, List<Endpoint> endpoints)
    implements ApiObject<EndpointSlice> {
  public static final Kind<EndpointSlice> KIND =
      new Kind<>("discovery.k8s.io/v1", "EndpointSlice", "endpointslices", true);

  public EndpointSlice {
    endpoints = List.copyOf(endpoints);
  }

  /**
   * One pod behind a Service.
   *
   * @param hostname by which DNS knows it below the Service; empty for most
   * @param ready whether new connections go there
   * @param serving whether it could answer: it may be terminating
   * @param ports the Service's ports and where they lead; one that names a port which the pod does
   *     not have is absent
   */
  public record Endpoint(
      String pod,
      String ip,
      String hostname,
      boolean ready,
      boolean serving,
      boolean terminating,
      Map<Integer, Integer> ports) {
    public Endpoint {
      ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }
  }

  @Override
  public Kind<EndpointSlice> kind() {
    return KIND;
  }

  @Override
  public EndpointSlice withMetadata(ObjectMeta newMetadata) {
    return new EndpointSlice(newMetadata, endpoints);
  }

  public EndpointSlice withEndpoints(List<Endpoint> newEndpoints) {
    return new EndpointSlice(metadata, newEndpoints);
  }

  /** Those to which names resolve. */
  public List<Endpoint> ready() {
    return endpoints.stream().filter(Endpoint::ready).toList();
  }

  /** Those to which a proxy sends connections: where none is ready, those that still serve. */
  public List<Endpoint> reachable() {
    List<Endpoint> ready = ready();
    return ready.isEmpty() ? endpoints.stream().filter(Endpoint::serving).toList() : ready;
  }
}
