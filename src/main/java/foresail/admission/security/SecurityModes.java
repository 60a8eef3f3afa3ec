package foresail.admission.security;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What the labels of a namespace ask of its pods.
 *
 * <p>Source: PolicyToEvaluate in pod-security-admission/api/helpers.go, v1.36.
 *
 * @param enforce pods that break it are refused
 * @param audit it is written into the server's audit log
 * @param warn whoever applies a pod or a workload reads a warning
 */
public record SecurityModes(SecurityPolicy enforce, SecurityPolicy audit, SecurityPolicy warn) {
  /** The label of the level that is enforced. */
  public static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  /** The label of the level that is written into the audit log. */
  public static final String AUDIT = "pod-security.kubernetes.io/audit";

  /** The label of the level that is warned of. */
  public static final String WARN = "pod-security.kubernetes.io/warn";

  public SecurityModes {
    requireNonNull(enforce);
    requireNonNull(audit);
    requireNonNull(warn);
  }

  /** Without a label of its own the warning follows what is enforced. */
  public static SecurityModes of(Map<String, String> labels) {
    // A level that is none is enforced as the strictest one; the other modes let pass.
    SecurityPolicy enforce = policy(labels, ENFORCE, SecurityLevel.RESTRICTED);
    SecurityPolicy audit = policy(labels, AUDIT, SecurityLevel.PRIVILEGED);
    SecurityPolicy warn = policy(labels, WARN, SecurityLevel.PRIVILEGED);
    boolean follows =
        !labels.containsKey(WARN)
            && labels.containsKey(ENFORCE)
            && SecurityLevel.of(labels.get(ENFORCE)).isPresent();
    if (follows) {
      boolean own = labels.containsKey(WARN + "-version");
      warn = new SecurityPolicy(enforce.level(), own ? warn.minor() : enforce.minor());
    }
    return new SecurityModes(enforce, audit, warn);
  }

  private static SecurityPolicy policy(
      Map<String, String> labels, String label, SecurityLevel otherwise) {
    String level = labels.get(label);
    return new SecurityPolicy(
        level == null ? SecurityLevel.PRIVILEGED : SecurityLevel.of(level).orElse(otherwise),
        minor(labels.getOrDefault(label + "-version", "latest")));
  }

  /** {@code v1.N}; anything else counts as the latest. */
  private static OptionalInt minor(String version) {
    String digits = version.startsWith("v1.") ? version.substring(3) : "";
    boolean number =
        !digits.isEmpty()
            && digits.length() < 5
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    return number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }
}
