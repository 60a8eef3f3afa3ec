package foresail.graph;

import foresail.graph.Reference.Use;
import foresail.model.Claim;
import foresail.model.ClaimSpec;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.Ingress;
import foresail.model.KubernetesObject;
import foresail.model.OtherObject;
import foresail.model.ServiceAccount;
import foresail.model.StatefulSet;
import foresail.model.Workload;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.List;
import java.util.Optional;

/** Finds what one object names, in reading order within each part of it. */
final class ReferenceReader {
  private final FoundReferences found;

  private ReferenceReader(FoundReferences found) {
    this.found = found;
  }

  static List<Reference> of(Graph graph, KubernetesObject object) {
    var found = new FoundReferences(graph, object);
    if (object instanceof Workload workload) {
      new PodReferences(found).read(workload.template().spec());
    }
    new ReferenceReader(found).read(object);
    return found.all();
  }

  private void read(KubernetesObject object) {
    if (object instanceof StatefulSet set) {
      statefulSet(set);
    } else if (object instanceof Claim claim) {
      claim(claim.spec());
    } else if (object instanceof Ingress ingress) {
      ingress(ingress);
    } else if (object instanceof HorizontalPodAutoscaler autoscaler) {
      scaleTarget(autoscaler);
    } else if (object instanceof ServiceAccount account) {
      found.pullSecrets(account, account.imagePullSecrets());
    } else if (object instanceof OtherObject other) {
      other(other);
    }
  }

  private void statefulSet(StatefulSet set) {
    found.name(
        Use.GOVERNING_SERVICE, "Service", set.serviceName(), Place.of(set, "spec", "serviceName"));
    for (StatefulSet.ClaimTemplate template : set.claimTemplates()) {
      claim(template.spec());
    }
  }

  private void claim(ClaimSpec spec) {
    found.name(
        Use.STORAGE_CLASS,
        "StorageClass",
        spec.storageClassName().orElse(""),
        Place.of(spec, "storageClassName"));
    found.name(
        Use.BOUND_VOLUME, "PersistentVolume", spec.volumeName(), Place.of(spec, "volumeName"));
  }

  private void ingress(Ingress ingress) {
    for (Ingress.Backend backend : ingress.backends()) {
      found.name(Use.INGRESS_BACKEND, "Service", backend.service(), Place.of(backend, "name"));
    }
    List<Node> tls = items(ingress.node().at("spec", "tls"));
    for (int i = 0; i < tls.size(); i++) {
      String secret = tls.get(i).string("secretName").orElse("");
      found.name(
          Use.TLS,
          "Secret",
          secret,
          Place.of(ingress, "spec", "tls", Integer.toString(i), "secretName"));
    }
    found.name(
        Use.INGRESS_CLASS,
        "IngressClass",
        ingress.ingressClassName().orElse(""),
        Place.of(ingress, "spec", "ingressClassName"));
  }

  private void scaleTarget(HorizontalPodAutoscaler autoscaler) {
    found.name(
        Use.SCALE_TARGET,
        autoscaler.targetKind(),
        autoscaler.targetName(),
        Place.of(autoscaler, "spec", "scaleTargetRef", "name"));
  }

  private void other(OtherObject object) {
    String kind = object.kind();
    boolean binding = kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding");
    if (binding && object.manifest().id().group().equals("rbac.authorization.k8s.io")) {
      role(object);
      subjects(object);
    }
  }

  private void role(OtherObject binding) {
    Optional<Node> ref = binding.node().get("roleRef");
    String kind = ref.flatMap(node -> node.string("kind")).orElse("");
    String name = ref.flatMap(node -> node.string("name")).orElse("");
    if (kind.equals("Role") || kind.equals("ClusterRole")) {
      found.name(Use.ROLE, kind, name, Place.of(binding, "roleRef", "name"));
    }
  }

  private void subjects(OtherObject binding) {
    List<Node> subjects = items(binding.node().get("subjects"));
    for (int i = 0; i < subjects.size(); i++) {
      Node subject = subjects.get(i);
      if (subject.string("kind").orElse("").equals("ServiceAccount")) {
        found.name(
            Use.SUBJECT,
            "ServiceAccount",
            subject.string("namespace").orElse(found.namespace()),
            subject.string("name").orElse(""),
            Place.of(binding, "subjects", Integer.toString(i), "name"));
      }
    }
  }

  private static List<Node> items(Optional<Node> list) {
    return list
        .filter(node -> node instanceof SequenceNode)
        .map(node -> ((SequenceNode) node).items())
        .orElse(List.of())
        .stream()
        .filter(MappingNode.class::isInstance)
        .toList();
  }
}
