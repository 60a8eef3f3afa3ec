package foresail.graph;

import java.util.Locale;

/**
 * What a host name means in a pod, by the search list of cluster DNS: {@code host}, {@code
 * host.ns}, {@code host.ns.svc}, {@code host.ns.svc.<domain>} and the names of pods of a headless
 * Service.
 */
public sealed interface Host {
  /**
   * A Service.
   *
   * @param namespace the pod's own where the name gives none; empty where that is not known
   * @param sure whether the name can mean nothing else: one label, or {@code .svc}
   */
  record OfService(String name, String namespace, boolean sure) implements Host {}

  /**
   * A pod behind a headless Service.
   *
   * @param sure whether the name can mean nothing else
   */
  record OfPod(String pod, String service, String namespace, boolean sure) implements Host {}

  /** An address, the pod itself, or a name of the world outside. */
  record Elsewhere() implements Host {}

  /**
   * Reads a host name; a name of two labels is read as a Service in another namespace, one of three
   * as Elsewhere: both may also be public names.
   *
   * @param namespace of the pod that uses the name; empty where it is not known
   */
  static Host of(String host, String namespace) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (!isName(name) || name.equals("localhost")) {
      return new Elsewhere();
    }
    String[] labels = name.split("\\.", -1);
    if (labels.length == 1) {
      return new OfService(name, namespace, true);
    }
    if (labels.length == 2) {
      return new OfService(labels[0], labels[1], false);
    }
    if (labels[2].equals("svc")) {
      return new OfService(labels[0], labels[1], true);
    }
    if (labels.length > 3 && labels[3].equals("svc")) {
      return new OfPod(labels[0], labels[1], labels[2], true);
    }
    return new Elsewhere();
  }

  private static boolean isName(String host) {
    boolean letter = false;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      if (!isLetter && !(c >= '0' && c <= '9') && c != '-' && c != '.') {
        return false;
      }
      letter |= isLetter;
    }
    return letter && !host.startsWith(".") && !host.contains("..");
  }
}
