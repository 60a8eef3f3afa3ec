package foresail.model;

import foresail.source.Node;
import java.util.Optional;

/**
 * As whom a pod or container runs; only what decides whether it can start and what it can write.
 *
 * @param fsGroup of a pod: the group to which its volumes belong
 */
public record SecurityContext(
    Node node,
    Optional<Long> runAsUser,
    Optional<Boolean> runAsNonRoot,
    boolean readOnlyRootFilesystem,
    boolean privileged,
    Optional<Long> fsGroup)
    implements Located {
  static SecurityContext of(Fields parent) {
    Fields context = parent.orEmpty("securityContext");
    return new SecurityContext(
        context.node(),
        context.optionalLong("runAsUser"),
        context.optionalBool("runAsNonRoot"),
        context.bool("readOnlyRootFilesystem"),
        context.bool("privileged"),
        context.optionalLong("fsGroup"));
  }
}
