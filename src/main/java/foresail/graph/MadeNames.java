package foresail.graph;

import foresail.model.Ingress;
import foresail.model.KubernetesObject;
import foresail.model.Pod;
import foresail.model.StatefulSet;
import foresail.model.Volume;
import foresail.model.VolumeSource;
import foresail.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that no manifest declares but that are sure to exist. */
final class MadeNames {
  /** The claims of a StatefulSet are known by their names without the number. */
  static final String NUMBERED_CLAIM = "PersistentVolumeClaim of a StatefulSet";

  private MadeNames() {}

  /** What every cluster has (kube-controller-manager and the bootstrap policy, v1.36). */
  static void everywhere(NameIndex names) {
    names.add(KnownName.everywhere("ConfigMap", "", "kube-root-ca.crt"));
    names.add(
        KnownName.everywhere("ConfigMap", "kube-system", "extension-apiserver-authentication"));
    names.add(KnownName.everywhere("ServiceAccount", "", "default"));
    names.add(KnownName.everywhere("Service", "default", "kubernetes"));
    names.add(KnownName.everywhere("Service", "kube-system", "kube-dns"));
    names.add(
        KnownName.everywhere("Role", "kube-system", "extension-apiserver-authentication-reader"));
    for (String namespace : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
      names.add(KnownName.everywhere("Namespace", "", namespace));
    }
    for (String name : List.of("system-cluster-critical", "system-node-critical")) {
      names.add(KnownName.everywhere("PriorityClass", "", name));
    }
    for (String name : List.of("cluster-admin", "admin", "edit", "view")) {
      names.add(KnownName.everywhere("ClusterRole", "", name));
    }
  }

  /** Whether the name is one of the server's own, which are too many to list. */
  static boolean isSystem(String kind, String name) {
    return (kind.equals("ClusterRole") || kind.equals("Role")) && name.startsWith("system:");
  }

  /** What one object causes to exist. */
  static void of(KubernetesObject object, String namespace, NameIndex names) {
    if (object instanceof StatefulSet set) {
      for (StatefulSet.ClaimTemplate template : set.claimTemplates()) {
        String claims = template.metadata().name() + "-" + set.name();
        names.add(KnownName.madeBy(set, NUMBERED_CLAIM, namespace, claims));
      }
    } else if (object instanceof Pod pod) {
      for (Volume volume : pod.spec().volumes()) {
        if (volume.source() instanceof VolumeSource.Ephemeral) {
          String claim = pod.name() + "-" + volume.name();
          names.add(KnownName.madeBy(pod, "PersistentVolumeClaim", namespace, claim));
        }
      }
    } else if (object instanceof Ingress ingress && hasIssuer(ingress.metadata().annotations())) {
      for (String secret : ingress.tlsSecrets()) {
        names.add(KnownName.madeBy(ingress, "Secret", namespace, secret));
      }
    } else {
      secretOf(object)
          .ifPresent(name -> names.add(KnownName.madeBy(object, "Secret", namespace, name)));
    }
  }

  /** cert-manager makes the certificates of an Ingress that names an issuer. */
  private static boolean hasIssuer(Map<String, String> annotations) {
    for (String key : annotations.keySet()) {
      if ((key.startsWith("cert-manager.io/") && key.endsWith("issuer"))
          || key.equals("kubernetes.io/tls-acme")) {
        return true;
      }
    }
    return false;
  }

  /** The Secret that an operator makes of its custom resource. */
  private static Optional<String> secretOf(KubernetesObject object) {
    Node root = object.node();
    return switch (object.kind()) {
      case "Certificate" -> root.at("spec").flatMap(spec -> spec.string("secretName"));
      case "ExternalSecret" ->
          Optional.of(
              root.at("spec", "target")
                  .flatMap(target -> target.string("name"))
                  .orElse(object.name()));
      case "SealedSecret" ->
          Optional.of(
              root.at("spec", "template", "metadata")
                  .flatMap(metadata -> metadata.string("name"))
                  .orElse(object.name()));
      case "OnePasswordItem", "VaultSecret" -> Optional.of(object.name());
      case "VaultStaticSecret", "VaultDynamicSecret" ->
          root.at("spec", "destination").flatMap(target -> target.string("name"));
      default -> Optional.empty();
    };
  }
}
