package foresail.validation.admission;

import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;

/** What bindings of policies of both sorts share. */
final class PolicyBindings {
  private PolicyBindings() {}

  static final Check COMMON =
      object(
          field(
              "policyName", required("vapb.policyName.required"), dnsSubdomain("vapb.policyName")),
          field("paramRef", ParamChecks.REFERENCE),
          field("matchResources", ifSet(), AdmissionRuleChecks.MATCH));
}
