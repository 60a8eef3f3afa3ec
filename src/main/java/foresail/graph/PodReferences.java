package foresail.graph;

import foresail.graph.Reference.Key;
import foresail.graph.Reference.Use;
import foresail.model.Container;
import foresail.model.EnvFrom;
import foresail.model.EnvVar;
import foresail.model.KeyToPath;
import foresail.model.Located;
import foresail.model.PodSpec;
import foresail.model.StatefulSet;
import foresail.model.Volume;
import foresail.model.VolumeMount;
import foresail.model.VolumeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what a pod names, or a template of one: its containers, volumes, account and classes. */
final class PodReferences {
  private final FoundReferences found;

  PodReferences(FoundReferences found) {
    this.found = found;
  }

  void read(PodSpec spec) {
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
    found.name(Use.ACCOUNT, "ServiceAccount", spec.serviceAccountName(), account(spec));
    found.pullSecrets(spec, spec.imagePullSecrets());
    found.name(
        Use.PRIORITY,
        "PriorityClass",
        spec.priorityClassName(),
        Place.of(spec, "priorityClassName"));
    found.name(
        Use.RUNTIME, "RuntimeClass", spec.runtimeClassName(), Place.of(spec, "runtimeClassName"));
  }

  private static Place account(PodSpec spec) {
    boolean old = spec.node().string("serviceAccountName").isEmpty();
    return Place.of(spec, old ? "serviceAccount" : "serviceAccountName");
  }

  private void container(Container container) {
    for (EnvFrom source : container.envFrom()) {
      found.variables(
          Use.ENV_FROM,
          source.secret() ? "Secret" : "ConfigMap",
          source.name(),
          Place.of(source, "name"),
          container,
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
    found.variables(
        Use.ENV,
        kind,
        name,
        Place.of(at, "name"),
        container,
        List.of(new Key(key, Place.of(at, "key"))),
        optional);
  }

  private void volume(Volume volume, VolumeSource source, boolean mounted) {
    if (source instanceof VolumeSource.Claim claim) {
      // The scheduler looks for the claim of a volume also when nothing mounts it.
      if (!isClaimTemplate(volume.name())) {
        found.name(
            Use.VOLUME, "PersistentVolumeClaim", claim.claimName(), Place.of(claim, "claimName"));
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
    found.files(kind, name, Place.of(at, field), keys, optional);
  }

  /** The Secret that the driver of a volume wants: flexVolume, iscsi, rbd and others. */
  private void driverSecret(Volume volume, String type) {
    volume
        .node()
        .at(type, "secretRef")
        .flatMap(ref -> ref.string("name"))
        .ifPresent(
            name ->
                found.name(
                    Use.VOLUME, "Secret", name, Place.of(volume, type, "secretRef", "name")));
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
    if (found.from() instanceof StatefulSet set) {
      for (StatefulSet.ClaimTemplate template : set.claimTemplates()) {
        if (template.metadata().name().equals(volume)) {
          return true;
        }
      }
    }
    return false;
  }
}
