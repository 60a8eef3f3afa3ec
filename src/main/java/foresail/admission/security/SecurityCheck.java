package foresail.admission.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One thing that a level forbids. */
@FunctionalInterface
interface SecurityCheck {
  /**
   * @param release the minor release whose rules hold
   */
  Optional<Violation> check(PodView pod, int release);

  /**
   * The checks of a level as of a release: those of baseline first, each group by id; restricted
   * ones take the place of some.
   */
  static List<SecurityCheck> of(SecurityLevel level, int release) {
    boolean restricted = level == SecurityLevel.RESTRICTED;
    List<SecurityCheck> checks = new ArrayList<>();
    checks.add(ProfileChecks::appArmor);
    if (!restricted || release < 22) {
      checks.add(CapabilityChecks::baseline);
    }
    checks.add(HostChecks::namespaces);
    if (!restricted) {
      checks.add(HostChecks::paths);
    }
    checks.add(HostChecks::ports);
    if (release >= 34) {
      checks.add(HostChecks::probes);
    }
    checks.add(PrivilegeChecks::privileged);
    if (!restricted || release < 35) {
      checks.add(PrivilegeChecks::procMount);
    }
    checks.add(ProfileChecks::seLinux);
    if (!restricted && release >= 19) {
      checks.add(ProfileChecks::seccompBaseline);
    }
    checks.add(HostChecks::sysctls);
    checks.add(HostChecks::windowsProcess);
    if (restricted) {
      addRestricted(checks, release);
    }
    return checks;
  }

  private static void addRestricted(List<SecurityCheck> checks, int release) {
    if (release >= 8) {
      checks.add(PrivilegeChecks::escalation);
    }
    if (release >= 22) {
      checks.add(CapabilityChecks::restricted);
    }
    if (release >= 35) {
      checks.add((pod, unused) -> PrivilegeChecks.unmasked(pod));
    }
    checks.add(VolumeChecks::restricted);
    checks.add(PrivilegeChecks::nonRoot);
    if (release >= 23) {
      checks.add(PrivilegeChecks::user);
    }
    if (release >= 19) {
      checks.add(ProfileChecks::seccompRestricted);
    }
  }
}
