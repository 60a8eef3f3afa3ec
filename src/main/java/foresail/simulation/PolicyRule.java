package foresail.simulation;

import foresail.source.Node;
import java.time.Duration;
import java.util.Optional;

/** What admission policies have against objects that are created. */
@FunctionalInterface
public interface PolicyRule {
  /** No policy is anywhere. */
  PolicyRule NONE = (what, at) -> Optional.empty();

  /**
   * A refusal.
   *
   * @param reason of the server's answer
   * @param message the server's words behind {@code is forbidden:}
   */
  record Denial(String reason, String message) {}

  /**
   * Whether a policy that is active at a time refuses an object.
   *
   * @param what the root of the object's manifest; for a pod that a controller makes, the spec in
   *     the template
   */
  Optional<Denial> denial(Node what, Duration at);
}
