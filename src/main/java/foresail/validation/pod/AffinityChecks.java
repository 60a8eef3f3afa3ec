package foresail.validation.pod;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.fieldPrintedAs;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.printedAsParent;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Selectors;
import foresail.validation.meta.NodeSelectorChecks;

/** {@code affinity} of a pod. */
final class AffinityChecks {
  private AffinityChecks() {}

  private static final String WEIGHT = "must be in the range 1-100";

  private static final Check POD_TERM =
      object(
          field("labelSelector", Selectors.labelSelector("pod.affinity.pod.labelSelector")),
          field("namespaceSelector", Selectors.labelSelector("pod.affinity.pod.namespaceSelector")),
          fieldPrintedAs(
              "namespace",
              "namespaces",
              each(printedAsParent(dnsLabel("pod.affinity.pod.namespaces")))),
          field(
              "topologyKey", required("pod.affinity.pod.topologyKey.required", "can not be empty")),
          field("topologyKey", qualifiedName("pod.affinity.pod.topologyKey")),
          MatchLabelKeyChecks.OF_AFFINITY_TERM);

  private static final Check POD_AFFINITY =
      object(
          ifSet(),
          field("requiredDuringSchedulingIgnoredDuringExecution", each(POD_TERM)),
          field(
              "preferredDuringSchedulingIgnoredDuringExecution",
              each(
                  field("weight", inRange("pod.affinity.pod.preferred.weight", 1, 100, WEIGHT)),
                  field("podAffinityTerm", POD_TERM))));

  static final Check AFFINITY =
      object(
          ifSet(),
          field(
              "nodeAffinity",
              ifSet(),
              field(
                  "requiredDuringSchedulingIgnoredDuringExecution",
                  ifSet(),
                  NodeSelectorChecks.NODE_SELECTOR),
              field(
                  "preferredDuringSchedulingIgnoredDuringExecution",
                  each(
                      field(
                          "weight", inRange("pod.affinity.node.preferred.weight", 1, 100, WEIGHT)),
                      field("preference", NodeSelectorChecks.PREFERENCE)))),
          field("podAffinity", POD_AFFINITY),
          field("podAntiAffinity", POD_AFFINITY));
}
