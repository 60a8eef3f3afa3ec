package foresail.simulation;

import foresail.model.KubernetesObject;
import java.util.Optional;

/** What the API server refuses to change. */
@FunctionalInterface
public interface UpdateRule {
  /**
   * The server's words where it refuses an update.
   *
   * @param stored as it was applied before
   * @param applied what shall take its place
   */
  Optional<String> refuses(KubernetesObject stored, KubernetesObject applied);
}
