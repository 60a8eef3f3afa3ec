package foresail.rule.check;

import foresail.graph.Place;
import foresail.graph.Placeholder;
import foresail.model.ConfigData;
import foresail.model.Container;
import foresail.model.KeyToPath;
import foresail.model.KubernetesObject;
import foresail.model.Volume;
import foresail.model.VolumeMount;
import foresail.model.VolumeSource;
import foresail.model.Workload;
import foresail.notation.NearestName;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Single files of a ConfigMap or Secret that it does not hold. */
public final class SubpathWithoutKey implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload) {
      for (List<Container> containers :
          List.of(
              workload.template().spec().initContainers(),
              workload.template().spec().containers())) {
        for (Container container : containers) {
          for (VolumeMount mount : container.volumeMounts()) {
            if (!mount.subPath().isEmpty() && !Placeholder.isIn(mount.subPath())) {
              look(workload, mount, scope);
            }
          }
        }
      }
    }
  }

  private static void look(Workload workload, VolumeMount mount, Scope scope) {
    for (Volume volume : workload.template().spec().volumes()) {
      if (volume.name().equals(mount.name())) {
        if (volume.source() instanceof VolumeSource.ConfigMap map) {
          files("ConfigMap", map.name(), map.items(), workload, mount, scope);
        } else if (volume.source() instanceof VolumeSource.Secret secret) {
          files("Secret", secret.name(), secret.items(), workload, mount, scope);
        }
      }
    }
  }

  private static void files(
      String kind,
      String name,
      List<KeyToPath> items,
      Workload workload,
      VolumeMount mount,
      Scope scope) {
    Set<String> files = new TreeSet<>();
    items.forEach(item -> files.add(item.path()));
    if (files.isEmpty()) {
      for (KubernetesObject object :
          scope.graph().find(kind, scope.graph().namespaceOf(workload), name)) {
        if (!(object instanceof ConfigData data) || data.keys().isEmpty()) {
          return;
        }
        files.addAll(data.keys());
      }
    }
    String top = mount.subPath().split("/", 2)[0];
    boolean there =
        files.stream().anyMatch(file -> file.equals(mount.subPath()) || file.startsWith(top + "/"));
    if (!files.isEmpty() && !there) {
      Draft draft =
          scope.report(
              Place.of(mount, "subPath"),
              kind + " \"" + name + "\" has no file \"" + mount.subPath() + "\"");
      List<String> near = NearestName.among(files, mount.subPath());
      if (!near.isEmpty()) {
        draft.fix(
            "write " + near.get(0),
            Words.rename(mount.span("subPath"), mount.subPath(), near.get(0)));
      }
    }
  }
}
