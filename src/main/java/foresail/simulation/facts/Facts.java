package foresail.simulation.facts;

import java.util.Optional;

/**
 * What is known of images, containers and the network.
 *
 * @param release minor number of the Kubernetes release: 36 for 1.36
 * @param images what is known of an image, by the reference as a manifest writes it
 * @param containers what is known of a container, by the workload that the user wrote
 * @param dns whether names of Services resolve
 * @param serviceRouting whether the address of a Service leads anywhere; without, its name resolves
 *     and nothing answers
 * @param elsewhere what exists, is ready and answers though nothing declares it
 */
public record Facts(
    int release,
    Images images,
    Containers containers,
    Timings timings,
    boolean dns,
    boolean serviceRouting,
    Elsewhere elsewhere) {
  /** A cluster of which nobody said anything. */
  public static final Facts UNKNOWN =
      new Facts(
          36,
          image -> Image.UNKNOWN,
          (kind, name, container) -> Optional.empty(),
          Timings.USUAL,
          true,
          true,
          (kind, namespace, name) -> false);

  /** Knows objects that nothing declares. */
  @FunctionalInterface
  public interface Elsewhere {
    boolean exists(String kind, String namespace, String name);
  }

  /** Knows images. */
  @FunctionalInterface
  public interface Images {
    /**
     * @param reference as a manifest writes it
     */
    Image of(String reference);
  }

  /** Knows containers. */
  @FunctionalInterface
  public interface Containers {
    /**
     * @param kind of the object that the user wrote: the workload, or Pod
     * @param name of that object
     */
    Optional<Behaviour> of(String kind, String name, String container);
  }
}
