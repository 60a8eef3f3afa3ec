package foresail.validation.node;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.nonNegative;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.meta.MetadataChecks;

/** A Lease (pkg/apis/coordination/validation/validation.go, v1.36). */
public final class LeaseChecks {
  private LeaseChecks() {}

  public static final Check LEASE =
      object(
          MetadataChecks.namespacedWithAnyFinalizer(DnsNames::subdomain),
          field(
              "spec",
              field(
                  "leaseDurationSeconds",
                  ifSet(),
                  inRange(
                      "lease.leaseDurationSeconds", 1, Long.MAX_VALUE, "must be greater than 0")),
              field("leaseTransitions", ifSet(), nonNegative("lease.leaseTransitions"))));
}
