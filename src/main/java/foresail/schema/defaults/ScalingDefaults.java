package foresail.schema.defaults;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.Collections;
import java.util.List;

/** HorizontalPodAutoscalers (pkg/apis/autoscaling/v2/defaults.go). */
final class ScalingDefaults {
  private static final int TARGET_PERCENT = 80;
  private static final int POLICY_SECONDS = 15;

  private ScalingDefaults() {}

  static void autoscalerV1(Draft scaler) {
    scaler.object("spec").number("minReplicas", 1);
  }

  static void autoscaler(Draft scaler) {
    Draft spec = scaler.object("spec");
    spec.number("minReplicas", 1);
    if (spec.isEmpty("metrics")) {
      addMetric(spec);
    }
    for (Draft behavior : spec.each("behavior")) {
      Draft up = behavior.object("scaleUp");
      up.number("stabilizationWindowSeconds", 0);
      up.optionalText("selectPolicy", "Max");
      if (!up.has("policies")) {
        policies(up, "Pods", 4, "Percent", 100);
      }
      Draft down = behavior.object("scaleDown");
      down.optionalText("selectPolicy", "Max");
      if (!down.has("policies")) {
        policies(down, "Percent", 100);
      }
    }
  }

  private static void addMetric(Draft spec) {
    Draft metric = added(spec, "metrics", 1).get(0);
    metric.text("type", "Resource");
    Draft resource = metric.object("resource");
    resource.text("name", "cpu");
    Draft target = resource.object("target");
    target.text("type", "Utilization");
    target.number("averageUtilization", TARGET_PERCENT);
  }

  private static void policies(Draft rules, Object... typesAndValues) {
    List<Draft> policies = added(rules, "policies", typesAndValues.length / 2);
    for (int i = 0; i < policies.size(); i++) {
      policies.get(i).text("type", (String) typesAndValues[2 * i]);
      policies.get(i).number("value", (Integer) typesAndValues[2 * i + 1]);
      policies.get(i).number("periodSeconds", POLICY_SECONDS);
    }
  }

  /** A list of so many objects, to be filled. */
  private static List<Draft> added(Draft parent, String key, int count) {
    Node item = new MappingNode(List.of(), parent.placeOf(key), true);
    parent.put(key, new SequenceNode(Collections.nCopies(count, item), parent.placeOf(key), true));
    return parent.each(key);
  }
}
