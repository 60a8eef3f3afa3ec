package foresail.config;

import static java.util.Objects.requireNonNull;

import foresail.source.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * What the cluster offers, as far as it is known.
 *
 * @param kubernetes the release, such as {@code 1.36}
 * @param nodes empty where nothing is known: then one node suits every pod and never fills
 * @param images the first that matches an image tells what it does
 * @param storageClasses empty where nothing is known: then a default class binds claims in 1 s
 * @param dns whether names of Services resolve
 * @param serviceRouting whether the address of a Service leads anywhere; without, its name resolves
 *     and nothing answers
 * @param objects those that exist before the first apply
 */
public record ClusterFacts(
    Optional<String> kubernetes,
    Optional<List<NodeFacts>> nodes,
    List<ImageFacts> images,
    Optional<List<StorageClassFacts>> storageClasses,
    boolean dns,
    boolean serviceRouting,
    List<Manifest> objects,
    Timings timings) {
  /** A cluster of which nobody said anything. */
  public static final ClusterFacts UNKNOWN =
      new ClusterFacts(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          true,
          true,
          List.of(),
          Timings.USUAL);

  public ClusterFacts {
    requireNonNull(kubernetes);
    nodes = nodes.map(List::copyOf);
    images = List.copyOf(images);
    storageClasses = storageClasses.map(List::copyOf);
    objects = List.copyOf(objects);
    requireNonNull(timings);
  }

  /** The same cluster with another release. */
  public ClusterFacts withKubernetes(String release) {
    return new ClusterFacts(
        Optional.of(release), nodes, images, storageClasses, dns, serviceRouting, objects, timings);
  }

  /**
   * What is known of an image; the first pattern that matches wins.
   *
   * @param image as a manifest writes it
   */
  public Optional<ImageFacts> image(String image) {
    for (ImageFacts facts : images) {
      if (facts.match().matches(image)) {
        return Optional.of(facts);
      }
    }
    return Optional.empty();
  }
}
