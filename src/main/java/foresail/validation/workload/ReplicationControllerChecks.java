package foresail.validation.workload;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.nonNegative;
import static foresail.validation.check.Values.required;
import static foresail.validation.check.Values.requiredSet;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.pod.PodChecks;
import java.util.List;
import java.util.Map;

/** Kind ReplicationController (pkg/apis/core/validation/validation.go, v1.36). */
public final class ReplicationControllerChecks {
  private ReplicationControllerChecks() {}

  private static final Check TEMPLATE =
      object(
          (spec, out) -> spec.get("template").isSet(),
          rule(
              ReplicationControllerChecks::selectorMatches, "replicationcontroller.selector.match"),
          field("template", PodChecks.TEMPLATE),
          TemplateChecks.runsForever(
              "replicationcontroller.template.restartPolicy",
              "replicationcontroller.template.activeDeadlineSeconds",
              "ReplicationController"));

  /** Kind ReplicationController. Of generateName only what comes of it is looked at. */
  public static final Check REPLICATION_CONTROLLER =
      object(
          MetadataChecks.namespaced(DnsNames::subdomain, anything -> List.of()),
          field(
              "spec",
              field("minReadySeconds", nonNegative("replicationcontroller.minReadySeconds")),
              field("selector", required("replicationcontroller.selector.required")),
              field("replicas", nonNegative("replicationcontroller.replicas")),
              field("template", requiredSet("replicationcontroller.template.required", "")),
              TEMPLATE));

  private static void selectorMatches(Field spec, Refusals out) {
    Field labels = spec.at("template", "metadata", "labels");
    Map<String, String> carried = Selectors.map(labels);
    for (Field wanted : spec.get("selector").entries()) {
      if (!wanted.text().equals(carried.get(wanted.name()))) {
        TemplateChecks.mismatch("replicationcontroller.selector.match", labels, out);
        return;
      }
    }
  }
}
