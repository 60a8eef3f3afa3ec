package foresail.rule.check;

import foresail.admission.security.SecurityLevel;

/** Templates that break the level restricted. */
public final class PodSecurityRestricted extends PodSecurityLevel {
  public PodSecurityRestricted() {
    super(SecurityLevel.RESTRICTED);
  }
}
