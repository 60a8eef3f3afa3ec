package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Volume;
import foresail.model.VolumeMount;
import foresail.model.VolumeSource;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.util.Set;

/** Mounts over directories without which no program starts. */
public final class MountHidesSystemDirectory implements ContainerCheck {
  private static final Set<String> SYSTEM =
      Set.of(
          "/",
          "/bin",
          "/sbin",
          "/lib",
          "/lib64",
          "/usr",
          "/usr/bin",
          "/etc",
          "/dev",
          "/proc",
          "/sys");

  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    for (VolumeMount mount : container.volumeMounts()) {
      String path = mount.mountPath();
      String plain =
          path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      if (SYSTEM.contains(plain)
          && mount.subPath().isEmpty()
          && mount.subPathExpr().isEmpty()
          && !isOfHost(workload, mount.name())) {
        scope.report(
            Place.of(mount, "mountPath"),
            "volume \""
                + mount.name()
                + "\" hides everything that the image of container \""
                + container.name()
                + "\" has in "
                + plain);
      }
    }
  }

  /** Agents that look after a node mount its directories on purpose; a claim may hold anything. */
  private static boolean isOfHost(Workload workload, String name) {
    for (Volume volume : workload.template().spec().volumes()) {
      if (volume.name().equals(name)) {
        return volume.source() instanceof VolumeSource.HostPath;
      }
    }
    return false;
  }
}
