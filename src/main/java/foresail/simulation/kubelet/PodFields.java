package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.notation.Quantity;
import foresail.simulation.api.Pod;
import java.util.Map;

/**
 * Values of the downward API (pkg/fieldpath/fieldpath.go, pkg/api/v1/resource/helpers.go, v1.36).
 */
public final class PodFields {
  private PodFields() {}

  /** The value of a field of a pod; empty text for one without a value. */
  public static String value(Pod pod, String path, String podIp) {
    if (path.startsWith("metadata.labels[")) {
      return pod.metadata().labels().getOrDefault(subscript(path), "");
    }
    if (path.startsWith("metadata.annotations[")) {
      return pod.metadata().annotations().getOrDefault(subscript(path), "");
    }
    return switch (path) {
      case "metadata.name" -> pod.name();
      case "metadata.namespace" -> pod.namespace();
      case "metadata.uid" -> pod.uid();
      case "spec.nodeName" -> pod.nodeName();
      case "spec.serviceAccountName" ->
          pod.spec().serviceAccountName().isEmpty() ? "default" : pod.spec().serviceAccountName();
      case "status.podIP", "status.podIPs" -> podIp;
      case "status.hostIP", "status.hostIPs" -> "10.0.0.1";
      default -> "";
    };
  }

  /** {@code limits.cpu} and the like: cpu in whole cores, memory in bytes, both rounded up. */
  public static String resource(Container container, String name) {
    int dot = name.indexOf('.');
    String kind = name.substring(0, Math.max(0, dot));
    Map<String, Quantity> from =
        kind.equals("limits") ? container.resources().limits() : container.resources().requests();
    Quantity quantity = from.get(name.substring(dot + 1));
    return quantity == null ? "0" : Long.toString(quantity.roundedUp());
  }

  private static String subscript(String path) {
    int open = path.indexOf('\'');
    int close = path.lastIndexOf('\'');
    return open < 0 || close <= open ? "" : path.substring(open + 1, close);
  }
}
