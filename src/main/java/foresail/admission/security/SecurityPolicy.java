package foresail.admission.security;

import static java.util.Objects.requireNonNull;

import foresail.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A level of the Pod Security Standards, as of a release.
 *
 * @param minor the release 1.N whose rules hold; empty for those of the server
 */
public record SecurityPolicy(SecurityLevel level, OptionalInt minor) {
  /** Of a namespace that asks for nothing. */
  public static final SecurityPolicy NONE =
      new SecurityPolicy(SecurityLevel.PRIVILEGED, OptionalInt.empty());

  public SecurityPolicy {
    requireNonNull(level);
    requireNonNull(minor);
  }

  /**
   * What of a pod is forbidden, in the server's order; empty where it is allowed.
   *
   * @param annotations of the pod, or of the template that it is made from
   * @param server the minor release of the server: it knows no later rules
   */
  public List<Violation> violations(Map<String, String> annotations, PodSpec spec, int server) {
    return violations(new PodView(spec.node(), annotations, true), server);
  }

  /**
   * What of a workload's template is forbidden, which the server only tells: without the ports of
   * the node that its pods will take because they are in the node's network.
   */
  public List<Violation> ofTemplate(Map<String, String> annotations, PodSpec spec, int server) {
    return violations(new PodView(spec.node(), annotations, false), server);
  }

  private List<Violation> violations(PodView pod, int server) {
    if (level == SecurityLevel.PRIVILEGED) {
      return List.of();
    }
    int release = Math.min(minor.orElse(server), server);
    List<Violation> violations = new ArrayList<>();
    for (SecurityCheck check : SecurityCheck.of(level, release)) {
      check.check(pod, release).ifPresent(violations::add);
    }
    return violations;
  }

  /** {@code violates PodSecurity "restricted:latest": reason (detail), ...}. */
  public String violates(List<Violation> violations) {
    List<String> texts = new ArrayList<>();
    violations.forEach(violation -> texts.add(violation.toString()));
    return "violates PodSecurity \"" + this + "\": " + String.join(", ", texts);
  }

  /** As the server prints it: {@code restricted:v1.30}. */
  @Override
  public String toString() {
    return level.word() + ":" + (minor.isPresent() ? "v1." + minor.getAsInt() : "latest");
  }
}
