package foresail.simulation.controller.daemonset;

import foresail.model.PodSpec;
import foresail.model.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every DaemonSet's pod puts up with, so that it stays on a node in trouble.
 *
 * <p>Source: AddOrUpdateDaemonPodTolerations in pkg/controller/daemon/util/daemonset_util.go,
 * v1.36.
 */
final class DaemonTolerations {
  private DaemonTolerations() {}

  /** The template's own ones, and those that the controller adds. */
  static List<Toleration> of(PodSpec spec) {
    List<Toleration> all = new ArrayList<>(spec.tolerations());
    all.add(exists("node.kubernetes.io/not-ready", "NoExecute"));
    all.add(exists("node.kubernetes.io/unreachable", "NoExecute"));
    all.add(exists("node.kubernetes.io/disk-pressure", "NoSchedule"));
    all.add(exists("node.kubernetes.io/memory-pressure", "NoSchedule"));
    all.add(exists("node.kubernetes.io/pid-pressure", "NoSchedule"));
    all.add(exists("node.kubernetes.io/unschedulable", "NoSchedule"));
    if (spec.hostNetwork()) {
      all.add(exists("node.kubernetes.io/network-unavailable", "NoSchedule"));
    }
    return all;
  }

  private static Toleration exists(String key, String effect) {
    return new Toleration(key, "Exists", "", effect, Optional.empty());
  }
}
