package foresail.schema.defaults;

import foresail.source.MappingNode;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.List;

/** Pods and pod templates (pkg/apis/core/v1/defaults.go). */
final class PodDefaults {
  private PodDefaults() {}

  static void pod(Draft pod) {
    Draft spec = pod.object("spec");
    spec(spec);
    spec.flag("enableServiceLinks", true);
    for (Draft container : containers(spec)) {
      requestsFromLimits(container);
      if (spec.text("hostNetwork").equals("true")) {
        hostPorts(container);
      }
    }
    PodLevelResources.complete(spec);
    pod.object("status").text("phase", "Pending");
  }

  /** What a template gets; the rest is added when its pods are made. */
  static void template(Draft template) {
    spec(template.object("spec"));
  }

  private static void spec(Draft spec) {
    for (Draft container : spec.each("initContainers")) {
      ContainerDefaults.container(container);
    }
    for (Draft container : spec.each("containers")) {
      ContainerDefaults.container(container);
    }
    for (Draft container : spec.each("ephemeralContainers")) {
      ContainerDefaults.container(container);
    }
    for (Draft volume : spec.each("volumes")) {
      VolumeDefaults.podVolume(volume);
    }
    if (!spec.isEmpty("serviceAccount")) {
      spec.text("serviceAccountName", spec.text("serviceAccount"));
    }
    spec.text("restartPolicy", "Always");
    spec.text("dnsPolicy", "ClusterFirst");
    spec.number("terminationGracePeriodSeconds", 30);
    spec.object("securityContext");
    spec.text("schedulerName", "default-scheduler");
  }

  private static List<Draft> containers(Draft spec) {
    List<Draft> all = new ArrayList<>(spec.each("initContainers"));
    all.addAll(spec.each("containers"));
    return all;
  }

  private static void requestsFromLimits(Draft container) {
    for (Draft resources : container.each("resources")) {
      if (resources.get("limits").orElse(null) instanceof MappingNode limits) {
        Draft requests = resources.object("requests");
        for (MappingNode.Entry limit : limits.entries()) {
          if (!requests.has(limit.name())) {
            requests.put(limit.key(), Added.copy(limit.value()));
          }
        }
      }
    }
  }

  private static void hostPorts(Draft container) {
    for (Draft port : container.each("ports")) {
      Node number = port.get("containerPort").orElse(null);
      boolean free = !port.has("hostPort") || port.text("hostPort").equals("0");
      boolean differs = !port.text("hostPort").equals(port.text("containerPort"));
      if (number != null && free && differs) {
        port.put("hostPort", Added.copy(number));
      }
    }
  }
}
