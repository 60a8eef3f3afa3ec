package foresail.graph;

import foresail.model.KubernetesObject;
import java.util.List;

/** What became of a reference. */
public sealed interface Resolution {
  /**
   * The name exists.
   *
   * @param objects those of the inputs and the cluster that have it; empty where only the name is
   *     known
   */
  record Resolved(List<KubernetesObject> objects) implements Resolution {
    public Resolved {
      objects = List.copyOf(objects);
    }
  }

  /** Nothing of that name is known. */
  record Dangling() implements Resolution {}

  /** Nothing of that name is known, and the manifest says that this is fine. */
  record Optional() implements Resolution {}

  /** What is meant cannot be known here: the name is a placeholder, or others add objects. */
  record Unknowable() implements Resolution {}
}
