package foresail.schema.defaults;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What built-in admission puts into a pod when it is created (plugin/pkg/admission/serviceaccount,
 * priority and defaulttolerationseconds, v1.36): templates do not have it.
 */
public final class AdmissionDefaults {
  private static final int PATIENCE_SECONDS = 300;

  private AdmissionDefaults() {}

  /**
   * The priority that a pod gets from its class, the default class or, without any, {@link #NONE}.
   *
   * @param className empty where no class applies
   */
  public record Priority(String className, int value, String preemptionPolicy) {
    public static final Priority NONE = new Priority("", 0, "PreemptLowerPriority");
  }

  /** Adds the account, the priority and two tolerations where the pod has none of its own. */
  public static MappingNode add(MappingNode pod, Priority priority) {
    Draft draft = Draft.of(pod);
    Draft spec = draft.object("spec");
    spec.text("serviceAccountName", "default");
    spec.number("priority", priority.value());
    if (!priority.className().isEmpty()) {
      spec.text("priorityClassName", priority.className());
    }
    spec.optionalText("preemptionPolicy", priority.preemptionPolicy());
    tolerate(spec, "node.kubernetes.io/not-ready");
    tolerate(spec, "node.kubernetes.io/unreachable");
    return draft.build();
  }

  private static void tolerate(Draft spec, String taint) {
    List<Node> tolerations = new ArrayList<>();
    if (spec.get("tolerations").orElse(null) instanceof SequenceNode written) {
      tolerations.addAll(written.items());
    }
    if (tolerations.stream().noneMatch(node -> tolerates(node, taint))) {
      tolerations.add(toleration(taint, spec.placeOf("tolerations")));
      spec.put("tolerations", new SequenceNode(tolerations, spec.placeOf("tolerations"), true));
    }
  }

  private static boolean tolerates(Node toleration, String taint) {
    String key = toleration.string("key").orElse("");
    String effect = toleration.string("effect").orElse("");
    return (key.isEmpty() || key.equals(taint)) && (effect.isEmpty() || effect.equals("NoExecute"));
  }

  private static Node toleration(String taint, Span place) {
    Draft toleration = Draft.of(new MappingNode(List.of(), place, true));
    toleration.text("key", taint);
    toleration.text("operator", "Exists");
    toleration.text("effect", "NoExecute");
    toleration.put(
        "tolerationSeconds",
        ScalarNode.added(String.valueOf(PATIENCE_SECONDS), ScalarType.INTEGER, place));
    return toleration.build();
  }
}
