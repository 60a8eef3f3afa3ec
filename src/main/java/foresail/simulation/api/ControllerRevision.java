package foresail.simulation.api;

import foresail.model.PodTemplate;

/**
 * One of the templates that a StatefulSet or DaemonSet has had.
 *
 * @param revision counts them; the newest has the greatest
 */
public record ControllerRevision(ObjectMeta metadata, PodTemplate template, long revision)
    implements ApiObject<ControllerRevision> {
  public static final Kind<ControllerRevision> KIND =
      new Kind<>("apps/v1", "ControllerRevision", "controllerrevisions", true);

  @Override
  public Kind<ControllerRevision> kind() {
    return KIND;
  }

  @Override
  public ControllerRevision withMetadata(ObjectMeta newMetadata) {
    return new ControllerRevision(newMetadata, template, revision);
  }

  public ControllerRevision withRevision(long newRevision) {
    return new ControllerRevision(metadata, template, newRevision);
  }
}
