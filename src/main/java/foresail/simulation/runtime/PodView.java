package foresail.simulation.runtime;

import java.util.List;
import java.util.Optional;

/**
 * All that the runtime knows of a pod at one moment.
 *
 * @param sandboxes newest first
 * @param containers newest first
 */
public record PodView(List<SandboxView> sandboxes, List<ContainerView> containers) {
  public static final PodView EMPTY = new PodView(List.of(), List.of());

  public PodView {
    sandboxes = List.copyOf(sandboxes);
    containers = List.copyOf(containers);
  }

  /** The newest run of a container. */
  public Optional<ContainerView> container(String name) {
    for (ContainerView container : containers) {
      if (container.name().equals(name)) {
        return Optional.of(container);
      }
    }
    return Optional.empty();
  }

  /** The newest run of a container that has ended. */
  public Optional<ContainerView> exited(String name) {
    for (ContainerView container : containers) {
      if (container.name().equals(name) && container.exited()) {
        return Optional.of(container);
      }
    }
    return Optional.empty();
  }

  public Optional<SandboxView> readySandbox() {
    return sandboxes.stream().filter(SandboxView::ready).findFirst();
  }

  public boolean hasRunning() {
    return containers.stream().anyMatch(ContainerView::running);
  }
}
