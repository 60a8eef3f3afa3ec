package foresail.prediction;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.Volume;
import foresail.model.VolumeSource;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Pod;
import foresail.source.Span;
import java.util.Optional;

/** Says why a pod has no node, or why its node does not take it. */
final class NodeReasons {
  private static final String INSUFFICIENT = "Insufficient ";

  private NodeReasons() {}

  static Because pending(Moment moment) {
    Pod pod = moment.pod();
    Optional<Condition> scheduled =
        Condition.find(pod.status().conditions(), "PodScheduled")
            .filter(condition -> !condition.isTrue());
    if (scheduled.isPresent()) {
      String message = scheduled.get().message();
      return Because.of("no node suits it: " + shortened(message), place(pod, message));
    }
    if (!pod.nodeName().isEmpty()) {
      boolean given = !pod.spec().nodeName().isEmpty();
      return given
          ? Because.of("nodeName gives it to " + pod.nodeName(), pod.spec().span("nodeName"))
          : Because.of("the pod is created and bound to a node");
    }
    boolean other =
        !pod.spec().schedulerName().isEmpty()
            && !pod.spec().schedulerName().equals("default-scheduler");
    return other
        ? Because.of(
            "scheduler " + pod.spec().schedulerName() + " is not known to run",
            pod.spec().span("schedulerName"))
        : Because.of("the pod is created and waits for a node");
  }

  /** Without what preemption has tried. */
  private static String shortened(String message) {
    int preemption = message.indexOf(" no new claims to deallocate");
    int other = message.indexOf(" preemption: ");
    int cut = preemption >= 0 ? preemption : other;
    String text = cut < 0 ? message : message.substring(0, cut);
    if (text.endsWith(" not found") && text.contains(". not found")) {
      text = text.substring(0, text.length() - " not found".length());
    }
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  static Because rejected(Moment moment) {
    Pod pod = moment.pod();
    String message = pod.status().message();
    String text = message.isEmpty() ? "the pod was rejected" : message;
    return Because.of(text, place(pod, text));
  }

  /** The field that keeps a pod from a node, by the scheduler's or kubelet's words. */
  private static Optional<Span> place(Pod pod, String message) {
    PodSpec spec = pod.spec();
    int insufficient = message.indexOf(INSUFFICIENT);
    if (insufficient >= 0) {
      String rest = message.substring(insufficient + INSUFFICIENT.length());
      return request(spec, rest.split("[,. ]", 2)[0]);
    }
    if (message.contains("resource: ")) {
      return request(spec, message.split("resource: ", 2)[1].split(",", 2)[0]);
    }
    if (message.contains("persistentvolumeclaim") || message.contains("PersistentVolumeClaim")) {
      return claim(spec, message);
    }
    if (message.contains("node affinity/selector")) {
      return Optional.of(
          spec.nodeSelector().isEmpty()
              ? spec.span("affinity", "nodeAffinity")
              : spec.span("nodeSelector"));
    }
    if (message.contains("untolerated taint")) {
      return Optional.of(spec.span("tolerations"));
    }
    if (message.contains("anti-affinity")) {
      return Optional.of(spec.span("affinity", "podAntiAffinity"));
    }
    if (message.contains("pod affinity")) {
      return Optional.of(spec.span("affinity", "podAffinity"));
    }
    if (message.contains("topology spread")) {
      return Optional.of(spec.span("topologySpreadConstraints"));
    }
    return message.contains("free ports") ? hostPort(spec) : Optional.empty();
  }

  /** The largest wish is at fault more often than not; the first container that has one will do. */
  private static Optional<Span> request(PodSpec spec, String resource) {
    for (Container container : spec.containers()) {
      if (container.resources().requests().containsKey(resource)) {
        return Optional.of(container.resources().span("requests", resource));
      }
    }
    for (Container container : spec.initContainers()) {
      if (container.resources().requests().containsKey(resource)) {
        return Optional.of(container.resources().span("requests", resource));
      }
    }
    return Optional.empty();
  }

  private static Optional<Span> claim(PodSpec spec, String message) {
    Optional<Span> first = Optional.empty();
    for (Volume volume : spec.volumes()) {
      if (volume.source() instanceof VolumeSource.Claim claim) {
        Span place = claim.span("claimName");
        if (message.contains("\"" + claim.claimName() + "\"")) {
          return Optional.of(place);
        }
        first = first.or(() -> Optional.of(place));
      }
    }
    return first;
  }

  private static Optional<Span> hostPort(PodSpec spec) {
    return spec.containers().stream()
        .flatMap(container -> container.ports().stream())
        .filter(port -> port.hostPort() != 0)
        .map(port -> port.span("hostPort"))
        .findFirst();
  }
}
