package foresail.graph;

import foresail.graph.Reference.Key;
import foresail.graph.Reference.Use;
import foresail.model.Claim;
import foresail.model.ClaimSpec;
import foresail.model.Container;
import foresail.model.EnvFrom;
import foresail.model.EnvVar;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.Ingress;
import foresail.model.KeyToPath;
import foresail.model.KubernetesObject;
import foresail.model.Located;
import foresail.model.OtherObject;
import foresail.model.PodSpec;
import foresail.model.ServiceAccount;
import foresail.model.StatefulSet;
import foresail.model.Volume;
import foresail.model.VolumeMount;
import foresail.model.VolumeSource;
import foresail.model.Workload;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what one object names, in reading order within each part of it. */
final class ReferenceReader {
  private final Graph graph;
  private final KubernetesObject from;
  private final String namespace;
  private final List<Reference> found = new ArrayList<>();

  private ReferenceReader(Graph graph, KubernetesObject from) {
    this.graph = graph;
    this.from = from;
    this.namespace = graph.namespaceOf(from);
  }

  static List<Reference> of(Graph graph, KubernetesObject object) {
    var reader = new ReferenceReader(graph, object);
    if (object instanceof Workload workload) {
      reader.pod(workload.template().spec());
    }
    if (object instanceof StatefulSet set) {
      reader.statefulSet(set);
    } else if (object instanceof Claim claim) {
      reader.claim(claim.spec());
    } else if (object instanceof Ingress ingress) {
      reader.ingress(ingress);
    } else if (object instanceof HorizontalPodAutoscaler autoscaler) {
      reader.scaleTarget(autoscaler);
    } else if (object instanceof ServiceAccount account) {
      reader.names(Use.IMAGE_PULL, "Secret", account, account.imagePullSecrets());
    } else if (object instanceof OtherObject other) {
      reader.other(other);
    }
    return reader.found;
  }

  private void pod(PodSpec spec) {
    for (Container container : spec.initContainers()) {
      container(container);
    }
    for (Container container : spec.containers()) {
      container(container);
    }
    Set<String> mounted = mounted(spec);
    for (Volume volume : spec.volumes()) {
      volume(volume, volume.source(), mounted.contains(volume.name()));
    }
    name(Use.ACCOUNT, "ServiceAccount", spec.serviceAccountName(), account(spec));
    names(Use.IMAGE_PULL, "Secret", spec, spec.imagePullSecrets());
    name(
        Use.PRIORITY,
        "PriorityClass",
        spec.priorityClassName(),
        Place.of(spec, "priorityClassName"));
    name(Use.RUNTIME, "RuntimeClass", spec.runtimeClassName(), Place.of(spec, "runtimeClassName"));
  }

  private static Place account(PodSpec spec) {
    boolean old = spec.node().string("serviceAccountName").isEmpty();
    return Place.of(spec, old ? "serviceAccount" : "serviceAccountName");
  }

  private void container(Container container) {
    for (EnvFrom source : container.envFrom()) {
      add(
          Use.ENV_FROM,
          source.secret() ? "Secret" : "ConfigMap",
          source.name(),
          Place.of(source, "name"),
          Optional.of(container),
          List.of(),
          source.optional());
    }
    for (EnvVar variable : container.env()) {
      EnvVar.Source source = variable.source().orElse(null);
      if (source instanceof EnvVar.Source.ConfigMapKey key) {
        variable(container, "ConfigMap", key, key.name(), key.key(), key.optional());
      } else if (source instanceof EnvVar.Source.SecretKey key) {
        variable(container, "Secret", key, key.name(), key.key(), key.optional());
      }
    }
  }

  private void variable(
      Container container, String kind, Located at, String name, String key, boolean optional) {
    add(
        Use.ENV,
        kind,
        name,
        Place.of(at, "name"),
        Optional.of(container),
        List.of(new Key(key, Place.of(at, "key"))),
        optional);
  }

  private void volume(Volume volume, VolumeSource source, boolean mounted) {
    if (source instanceof VolumeSource.Claim claim) {
      // The scheduler looks for the claim of a volume also when nothing mounts it.
      if (!isClaimTemplate(volume.name())) {
        name(Use.VOLUME, "PersistentVolumeClaim", claim.claimName(), Place.of(claim, "claimName"));
      }
    } else if (mounted && source instanceof VolumeSource.ConfigMap map) {
      data("ConfigMap", map, "name", map.name(), map.items(), map.optional());
    } else if (mounted && source instanceof VolumeSource.Secret secret) {
      String field = secret.node().get("secretName").isPresent() ? "secretName" : "name";
      data("Secret", secret, field, secret.name(), secret.items(), secret.optional());
    } else if (mounted && source instanceof VolumeSource.Projected projected) {
      for (VolumeSource part : projected.sources()) {
        volume(volume, part, true);
      }
    } else if (mounted && source instanceof VolumeSource.Other other) {
      driverSecret(volume, other.type());
    }
  }

  private void data(
      String kind, Located at, String field, String name, List<KeyToPath> items, boolean optional) {
    List<Key> keys = new ArrayList<>();
    for (KeyToPath item : items) {
      keys.add(new Key(item.key(), Place.of(item, "key")));
    }
    add(Use.VOLUME, kind, name, Place.of(at, field), Optional.empty(), keys, optional);
  }

  /** The Secret that the driver of a volume wants: flexVolume, iscsi, rbd and others. */
  private void driverSecret(Volume volume, String type) {
    volume
        .node()
        .at(type, "secretRef")
        .flatMap(ref -> ref.string("name"))
        .ifPresent(
            name -> name(Use.VOLUME, "Secret", name, Place.of(volume, type, "secretRef", "name")));
  }

  private static Set<String> mounted(PodSpec spec) {
    Set<String> names = new HashSet<>();
    for (List<Container> containers : List.of(spec.initContainers(), spec.containers())) {
      for (Container container : containers) {
        for (VolumeMount mount : container.volumeMounts()) {
          names.add(mount.name());
        }
        for (VolumeMount device : container.volumeDevices()) {
          names.add(device.name());
        }
      }
    }
    return names;
  }

  /** A template of claims wins over a volume of the same name. */
  private boolean isClaimTemplate(String volume) {
    if (from instanceof StatefulSet set) {
      for (StatefulSet.ClaimTemplate template : set.claimTemplates()) {
        if (template.metadata().name().equals(volume)) {
          return true;
        }
      }
    }
    return false;
  }

  private void statefulSet(StatefulSet set) {
    name(Use.GOVERNING_SERVICE, "Service", set.serviceName(), Place.of(set, "spec", "serviceName"));
    for (StatefulSet.ClaimTemplate template : set.claimTemplates()) {
      claim(template.spec());
    }
  }

  private void claim(ClaimSpec spec) {
    name(
        Use.STORAGE_CLASS,
        "StorageClass",
        spec.storageClassName().orElse(""),
        Place.of(spec, "storageClassName"));
    name(Use.BOUND_VOLUME, "PersistentVolume", spec.volumeName(), Place.of(spec, "volumeName"));
  }

  private void ingress(Ingress ingress) {
    for (Ingress.Backend backend : ingress.backends()) {
      name(Use.INGRESS_BACKEND, "Service", backend.service(), Place.of(backend, "name"));
    }
    List<Node> tls = items(ingress.node().at("spec", "tls"));
    for (int i = 0; i < tls.size(); i++) {
      String secret = tls.get(i).string("secretName").orElse("");
      name(
          Use.TLS,
          "Secret",
          secret,
          Place.of(ingress, "spec", "tls", Integer.toString(i), "secretName"));
    }
    name(
        Use.INGRESS_CLASS,
        "IngressClass",
        ingress.ingressClassName().orElse(""),
        Place.of(ingress, "spec", "ingressClassName"));
  }

  private void scaleTarget(HorizontalPodAutoscaler autoscaler) {
    name(
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
      name(Use.ROLE, kind, name, Place.of(binding, "roleRef", "name"));
    }
  }

  private void subjects(OtherObject binding) {
    List<Node> subjects = items(binding.node().get("subjects"));
    for (int i = 0; i < subjects.size(); i++) {
      Node subject = subjects.get(i);
      if (subject.string("kind").orElse("").equals("ServiceAccount")) {
        add(
            Use.SUBJECT,
            "ServiceAccount",
            subject.string("namespace").orElse(namespace),
            subject.string("name").orElse(""),
            Place.of(binding, "subjects", Integer.toString(i), "name"),
            Optional.empty(),
            List.of(),
            false);
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

  private void names(Use use, String kind, Located parent, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      name(
          use,
          kind,
          names.get(i),
          Place.of(parent, "imagePullSecrets", Integer.toString(i), "name"));
    }
  }

  private void name(Use use, String kind, String name, Place at) {
    add(use, kind, name, at, Optional.empty(), List.of(), false);
  }

  private void add(
      Use use,
      String kind,
      String name,
      Place at,
      Optional<Container> container,
      List<Key> keys,
      boolean optional) {
    add(use, kind, namespace, name, at, container, keys, optional);
  }

  private void add(
      Use use,
      String kind,
      String inNamespace,
      String name,
      Place at,
      Optional<Container> container,
      List<Key> keys,
      boolean optional) {
    if (!name.isEmpty()) {
      String where = ClusterScope.has(kind) ? "" : inNamespace;
      found.add(
          new Reference(
              from,
              use,
              kind,
              where,
              name,
              at,
              container,
              keys,
              optional,
              graph.resolve(from, kind, where, name, optional)));
    }
  }
}
