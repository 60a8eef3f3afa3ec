package foresail.model;

import foresail.notation.IntOrString;
import foresail.source.Manifest;
import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * A name for pods.
 *
 * @param selector empty where the endpoints are given by hand
 * @param clusterIp {@code None} for a headless one; empty where the server is to choose
 */
public record Service(
    Manifest manifest,
    ObjectMeta metadata,
    String type,
    Optional<LabelSelector> selector,
    String clusterIp,
    String externalName,
    boolean publishNotReadyAddresses,
    List<ServicePort> ports)
    implements KubernetesObject {
  /**
   * @param targetPort a number, or the name of a container's port
   */
  public record ServicePort(
      Node node, String name, int port, IntOrString targetPort, String protocol, int nodePort)
      implements Located {
    static ServicePort of(Fields port) {
      return new ServicePort(
          port.node(),
          port.string("name"),
          port.intValue("port"),
          port.intOrString("targetPort").orElse(IntOrString.of(port.intValue("port"))),
          port.string("protocol"),
          port.intValue("nodePort"));
    }
  }

  static Service of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    return new Service(
        manifest,
        ObjectMeta.of(object),
        spec.string("type"),
        spec.entries("selector").isEmpty()
            ? Optional.empty()
            : Optional.of(LabelSelector.ofMap(spec, "selector")),
        spec.string("clusterIP"),
        spec.string("externalName"),
        spec.bool("publishNotReadyAddresses"),
        spec.list("ports", ServicePort::of));
  }

  public boolean isHeadless() {
    return clusterIp.equals("None");
  }

  public boolean isExternalName() {
    return type.equals("ExternalName");
  }
}
