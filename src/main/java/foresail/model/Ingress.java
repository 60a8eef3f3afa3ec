package foresail.model;

import foresail.notation.IntOrString;
import foresail.source.Manifest;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routes from outside to Services.
 *
 * @param backends of the default and of all rules, in reading order
 * @param tlsSecrets names, in reading order
 */
public record Ingress(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<String> ingressClassName,
    List<Backend> backends,
    List<String> tlsSecrets)
    implements KubernetesObject {
  /**
   * @param port number or name of the Service's port
   */
  public record Backend(Node node, String service, Optional<IntOrString> port) implements Located {
    static Optional<Backend> of(Fields backend) {
      return backend
          .object("service")
          .map(
              service -> {
                Fields port = service.orEmpty("port");
                return new Backend(
                    service.node(),
                    service.string("name"),
                    port.intOrString("number").or(() -> port.intOrString("name")));
              });
    }
  }

  static Ingress of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    List<Backend> backends = new ArrayList<>();
    spec.object("defaultBackend").flatMap(Backend::of).ifPresent(backends::add);
    for (Fields rule : spec.list("rules", fields -> fields)) {
      for (Fields path : rule.orEmpty("http").list("paths", fields -> fields)) {
        path.object("backend").flatMap(Backend::of).ifPresent(backends::add);
      }
    }
    return new Ingress(
        manifest,
        ObjectMeta.of(object),
        spec.optionalString("ingressClassName"),
        backends,
        spec.list("tls", tls -> tls.string("secretName")));
  }
}
