package foresail.graph;

import static java.util.Objects.requireNonNull;

import foresail.model.KubernetesObject;
import foresail.source.Skipped;
import java.util.List;

/**
 * What a graph is made of.
 *
 * @param objects of the inputs, in reading order
 * @param cluster objects that the cluster facts hold
 * @param external names that the user declares to exist
 * @param skipped documents that are no objects; kustomizations among them name generated objects
 *     and tell what is applied together
 * @param namespace for objects that name none; empty where it is not known
 * @param asIs whether also patches and fragments are judged as objects
 */
public record GraphInput(
    List<KubernetesObject> objects,
    List<KubernetesObject> cluster,
    External external,
    List<Skipped> skipped,
    String namespace,
    boolean asIs) {
  public GraphInput {
    objects = List.copyOf(objects);
    cluster = List.copyOf(cluster);
    requireNonNull(external);
    skipped = List.copyOf(skipped);
    requireNonNull(namespace);
  }

  /** Only objects of the inputs, in an unknown namespace. */
  public static GraphInput of(List<KubernetesObject> objects) {
    return new GraphInput(objects, List.of(), External.NONE, List.of(), "", false);
  }
}
