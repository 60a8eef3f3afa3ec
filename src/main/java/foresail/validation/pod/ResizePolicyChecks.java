package foresail.validation.pod;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code resizePolicy} of a container; most errors are printed on the list. */
final class ResizePolicyChecks {
  private ResizePolicyChecks() {}

  private static final List<String> RESOURCES = List.of("cpu", "memory");
  private static final List<String> POLICIES = List.of("NotRequired", "RestartContainer");

  static final Check RESIZE_POLICY =
      object(
          since(33),
          each(
              rule(
                  ResizePolicyChecks::policy,
                  "pod.resources.resizePolicy.resourceName.required",
                  "pod.resources.resizePolicy.resourceName",
                  "pod.resources.resizePolicy.restartPolicy.required",
                  "pod.resources.resizePolicy.restartPolicy",
                  "pod.resources.resizePolicy.never")),
          rule(ResizePolicyChecks::unique, "pod.resources.resizePolicy.duplicate"));

  private static void policy(Field policy, Refusals out) {
    Field list = policy.parent();
    Field resource = policy.get("resourceName");
    if (resource.isZero()) {
      out.required("pod.resources.resizePolicy.resourceName.required", resource.printedAs(list));
    } else if (!RESOURCES.contains(resource.text())) {
      out.notSupported(
          "pod.resources.resizePolicy.resourceName", resource.printedAs(list), RESOURCES);
    }
    Field restart = policy.get("restartPolicy");
    if (restart.isZero()) {
      out.required("pod.resources.resizePolicy.restartPolicy.required", restart.printedAs(list));
    } else if (!POLICIES.contains(restart.text())) {
      out.notSupported(
          "pod.resources.resizePolicy.restartPolicy", restart.printedAs(list), POLICIES);
    }
    if (PodSpecs.around(policy).get("restartPolicy").is("Never") && !restart.is("NotRequired")) {
      out.invalid(
          "pod.resources.resizePolicy.never",
          restart.printedAs(list),
          "must be 'NotRequired' when pod `restartPolicy` is 'Never'");
    }
  }

  private static void unique(Field list, Refusals out) {
    Map<String, Field> first = new HashMap<>();
    for (Field policy : list.items()) {
      Field resource = policy.get("resourceName");
      Field earlier = first.putIfAbsent(resource.text(), resource);
      if (earlier != null) {
        out.duplicate(
            "pod.resources.resizePolicy.duplicate",
            resource.printedAs(policy),
            earlier,
            GoValues.text(resource));
      }
    }
  }
}
