package foresail.validation.meta;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.labelValue;
import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** Terms that select nodes. */
public final class NodeSelectorChecks {
  private NodeSelectorChecks() {}

  private static final Check EXPRESSION =
      object(
          rule(
              NodeSelectorChecks::expression,
              "pod.affinity.node.values.in",
              "pod.affinity.node.values.exists",
              "pod.affinity.node.values.gtlt",
              "pod.affinity.node.operator"),
          field("key", qualifiedName("pod.affinity.node.key")));

  private static final Check FIELDS =
      field(
          "matchFields",
          each(
              rule(
                  NodeSelectorChecks::fieldRequirement,
                  "pod.affinity.node.fields.values",
                  "pod.affinity.node.fields.operator",
                  "pod.affinity.node.fields.key"),
              object(
                  (field, out) -> field.get("key").is("metadata.name"),
                  field("values", each(dnsSubdomain("pod.affinity.node.fields.value-format"))))));

  /** A term that decides: the values of its expressions are checked too. */
  public static final Check TERM =
      object(
          field(
              "matchExpressions",
              each(
                  EXPRESSION,
                  field("values", each(labelValue("pod.affinity.node.values.format"))))),
          FIELDS);

  /** A selector as a whole: at least one term. */
  public static final Check NODE_SELECTOR =
      field(
          "nodeSelectorTerms",
          required("pod.affinity.node.terms.required", "must have at least one node selector term"),
          each(TERM));

  /** A term that only prefers. */
  public static final Check PREFERENCE =
      object(field("matchExpressions", each(EXPRESSION)), FIELDS);

  private static void expression(Field expression, Refusals out) {
    Field values = expression.get("values");
    switch (expression.get("operator").text()) {
      case "In", "NotIn" -> {
        if (values.size() == 0) {
          out.required(
              "pod.affinity.node.values.in",
              values,
              "must be specified when `operator` is 'In' or 'NotIn'");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values.size() > 0) {
          out.forbidden(
              "pod.affinity.node.values.exists",
              values,
              "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
      }
      case "Gt", "Lt" -> {
        if (values.size() != 1) {
          out.required(
              "pod.affinity.node.values.gtlt",
              values,
              "must be specified single value when `operator` is 'Lt' or 'Gt'");
        }
      }
      default ->
          out.invalid(
              "pod.affinity.node.operator",
              expression.get("operator"),
              "not a valid selector operator");
    }
  }

  private static void fieldRequirement(Field requirement, Refusals out) {
    Field operator = requirement.get("operator");
    if (!operator.is("In") && !operator.is("NotIn")) {
      out.invalid("pod.affinity.node.fields.operator", operator, "not a valid selector operator");
    } else if (requirement.get("values").size() != 1) {
      out.required(
          "pod.affinity.node.fields.values",
          requirement.get("values"),
          "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
    }
    if (!requirement.get("key").is("metadata.name")) {
      out.invalid(
          "pod.affinity.node.fields.key", requirement.get("key"), "not a valid field selector key");
    }
  }
}
