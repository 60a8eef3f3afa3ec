package foresail.config;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * An object as kubectl's command line names it: {@code pod/p}, {@code deploy/web}.
 *
 * @param resource the resource's name in lower case as it is written: kind, plural or short name,
 *     without its group
 */
public record ObjectName(String resource, String name) {
  public ObjectName {
    requireNonNull(name);
    int dot = resource.indexOf('.');
    resource = (dot < 0 ? resource : resource.substring(0, dot)).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the resource's name means a kind: {@code po}, {@code pods} and {@code Pod} mean Pod.
   */
  public boolean isA(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    return resource.equals(lower) || resource.equals(plural(lower)) || isShort(resource, lower);
  }

  private static String plural(String kind) {
    if (kind.endsWith("s")) {
      return kind + "es";
    }
    return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }

  /** The short names that {@code kubectl api-resources} lists (v1.36). */
  private static boolean isShort(String resource, String kind) {
    return kind.equals(
        switch (resource) {
          case "po" -> "pod";
          case "deploy" -> "deployment";
          case "rs" -> "replicaset";
          case "rc" -> "replicationcontroller";
          case "sts" -> "statefulset";
          case "ds" -> "daemonset";
          case "cj" -> "cronjob";
          case "svc" -> "service";
          case "cm" -> "configmap";
          case "sa" -> "serviceaccount";
          case "ns" -> "namespace";
          case "no" -> "node";
          case "pvc" -> "persistentvolumeclaim";
          case "pv" -> "persistentvolume";
          case "pc" -> "priorityclass";
          case "pdb" -> "poddisruptionbudget";
          case "hpa" -> "horizontalpodautoscaler";
          case "ing" -> "ingress";
          case "netpol" -> "networkpolicy";
          case "quota" -> "resourcequota";
          case "limits" -> "limitrange";
          case "sc" -> "storageclass";
          case "ep" -> "endpoints";
          default -> "";
        });
  }

  /** As kubectl prints it: {@code pod/p}. */
  @Override
  public String toString() {
    return resource + "/" + name;
  }
}
