package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.DaemonSet;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.rule.Check;
import foresail.rule.Scope;

/** DaemonSets whose new pods need the ports of the old ones. */
public final class DaemonsetSurgeWithHostPort implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof DaemonSet set
        && !set.onDelete()
        && set.maxSurge().scaled(100, true) > 0) {
      PodSpec spec = set.template().spec();
      for (Container container : spec.containers()) {
        for (ContainerPort port : container.ports()) {
          if (port.hostPort() > 0 || spec.hostNetwork()) {
            scope
                .report(
                    Place.of(set, "spec", "updateStrategy", "rollingUpdate", "maxSurge"),
                    Words.of(set)
                        + " starts new pods before the old ones have freed port "
                        + (port.hostPort() > 0 ? port.hostPort() : port.containerPort())
                        + " of the node")
                .related(port.span(), "taken on the node");
            return;
          }
        }
      }
    }
  }
}
