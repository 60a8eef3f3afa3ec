package foresail.config;

import static java.util.Objects.requireNonNull;

/**
 * Names containers: {@code Deployment/web/app}. A star stands for any text, also for a whole part.
 *
 * @param kind of the object that a user wrote: the workload, or Pod
 * @param name of that object
 */
public record ContainerPattern(Glob kind, Glob name, Glob container) {
  /** No container. */
  static final ContainerPattern NONE =
      new ContainerPattern(new Glob(""), new Glob(""), new Glob(""));

  public ContainerPattern {
    requireNonNull(kind);
    requireNonNull(name);
    requireNonNull(container);
  }

  /** Upper and lower case of the kind do not differ, as with kubectl. */
  public boolean matches(String kindName, String objectName, String containerName) {
    return kind.matchesIgnoringCase(kindName)
        && name.matches(objectName)
        && container.matches(containerName);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return kind + "/" + name + "/" + container;
  }
}
