package foresail.model;

import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * As whom a pod or container runs; only what decides whether it can start and what it can write.
 *
 * @param fsGroup of a pod: the group to which its volumes belong
 * @param sysctls of a pod: names of the kernel parameters that it sets
 */
public record SecurityContext(
    Node node,
    Optional<Long> runAsUser,
    Optional<Boolean> runAsNonRoot,
    boolean readOnlyRootFilesystem,
    boolean privileged,
    Optional<Long> fsGroup,
    List<String> sysctls)
    implements Located {
  public SecurityContext {
    sysctls = List.copyOf(sysctls);
  }

  static SecurityContext of(Fields parent) {
    Fields context = parent.orEmpty("securityContext");
    return new SecurityContext(
        context.node(),
        context.optionalLong("runAsUser"),
        context.optionalBool("runAsNonRoot"),
        context.bool("readOnlyRootFilesystem"),
        context.bool("privileged"),
        context.optionalLong("fsGroup"),
        context.list("sysctls", sysctl -> sysctl.string("name")));
  }
}
