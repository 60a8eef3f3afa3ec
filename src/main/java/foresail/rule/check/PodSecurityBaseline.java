package foresail.rule.check;

import foresail.admission.security.SecurityLevel;

/** Templates that break the level baseline. */
public final class PodSecurityBaseline extends PodSecurityLevel {
  public PodSecurityBaseline() {
    super(SecurityLevel.BASELINE);
  }
}
