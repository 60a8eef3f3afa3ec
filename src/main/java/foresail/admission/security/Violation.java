package foresail.admission.security;

import static java.util.Objects.requireNonNull;

import foresail.source.Node;
import java.util.List;

/**
 * Why a pod breaks a policy.
 *
 * @param reason a word or two: {@code hostPath volumes}
 * @param detail who does what, in the server's words
 * @param owner the pod's spec, or the container or volume that is the first at fault
 * @param steps from the owner to the field at fault, or to what is there of it
 */
public record Violation(String reason, String detail, Node owner, List<String> steps) {
  public Violation {
    requireNonNull(reason);
    requireNonNull(detail);
    requireNonNull(owner);
    steps = List.copyOf(steps);
  }

  /** {@code reason (detail)}. */
  @Override
  public String toString() {
    return reason + " (" + detail + ")";
  }
}
