package foresail.validation.node;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.fieldPrintedAs;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.pod.ResourceChecks;
import foresail.validation.pod.TolerationChecks;
import java.util.HashMap;
import java.util.Map;

/** A RuntimeClass (pkg/apis/node/validation/validation.go, v1.36). */
public final class RuntimeClassChecks {
  /** The internal Toleration. */
  private static final GoStruct TOLERATION =
      GoStruct.of("Key\"", "Operator\"", "Value\"", "Effect\"", "TolerationSeconds");

  private RuntimeClassChecks() {}

  public static final Check RUNTIME_CLASS =
      object(
          MetadataChecks.clusterScopedWithAnyFinalizer(DnsNames::subdomain),
          field(
              "handler",
              required("runtimeclass.handler.required"),
              dnsLabel("runtimeclass.handler")),
          // The server looks at podFixed as at the limits of a container, and prints it so.
          field("overhead", ifSet(), fieldPrintedAs("limits", "podFixed", ResourceChecks.LIMITS)),
          field(
              "scheduling",
              ifSet(),
              field(
                  "nodeSelector",
                  Selectors.labels(
                      "runtimeclass.scheduling.nodeSelector",
                      "runtimeclass.scheduling.nodeSelector")),
              field(
                  "tolerations",
                  TolerationChecks.TOLERATIONS,
                  rule(
                      RuntimeClassChecks::unique,
                      "runtimeclass.scheduling.tolerations.duplicate"))));

  private static void unique(Field tolerations, Refusals out) {
    Map<String, Field> first = new HashMap<>();
    for (Field toleration : tolerations.items()) {
      String same =
          toleration.get("key").text()
              + "\n"
              + toleration.get("operator").text()
              + "\n"
              + toleration.get("value").text()
              + "\n"
              + toleration.get("effect").text();
      Field earlier = first.putIfAbsent(same, toleration);
      if (earlier != null) {
        out.duplicate(
            "runtimeclass.scheduling.tolerations.duplicate",
            toleration,
            earlier,
            TOLERATION.text(toleration));
      }
    }
  }
}
