package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.Volume;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Volumes that no container mounts. */
public final class UnusedVolume implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload) {
      PodSpec spec = workload.template().spec();
      if (spec.volumes().isEmpty()) {
        return;
      }
      Set<String> used = new HashSet<>();
      for (List<Container> containers : List.of(spec.initContainers(), spec.containers())) {
        for (Container container : containers) {
          container.volumeMounts().forEach(mount -> used.add(mount.name()));
          container.volumeDevices().forEach(device -> used.add(device.name()));
        }
      }
      for (Volume volume : spec.volumes()) {
        if (!used.contains(volume.name()) && !volume.name().isEmpty()) {
          scope.report(
              Place.of(volume, "name"),
              "no container of " + Words.of(object) + " mounts volume \"" + volume.name() + "\"");
        }
      }
    }
  }
}
