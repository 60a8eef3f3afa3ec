package foresail.graph;

import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.Workload;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;

/** Objects that are pieces: a patch, a fragment for a tool that completes it. */
final class PartialObject {
  private static final String DIRECTIVE = "$patch";

  private PartialObject() {}

  /**
   * Whether an object lacks what makes it one: a pod without containers, a container without image
   * in a workload without selector, a {@code $patch} directive.
   */
  static boolean is(KubernetesObject object) {
    if (object instanceof Workload workload) {
      PodSpec spec = workload.template().spec();
      if (spec.containers().isEmpty()) {
        return true;
      }
      if (workload.selector().isEmpty()
          && (lacksImage(spec.containers()) || lacksImage(spec.initContainers()))) {
        return true;
      }
    }
    return object instanceof Workload && hasPatchDirective(object.node(), 0);
  }

  private static boolean lacksImage(Iterable<Container> containers) {
    for (Container container : containers) {
      if (container.image().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPatchDirective(Node node, int depth) {
    if (depth > 12) {
      return false; // a directive stands in the pod's template, not deeper
    }
    if (node instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        if (entry.name().startsWith(DIRECTIVE) || hasPatchDirective(entry.value(), depth + 1)) {
          return true;
        }
      }
    } else if (node instanceof SequenceNode list) {
      for (Node item : list.items()) {
        if (hasPatchDirective(item, depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
