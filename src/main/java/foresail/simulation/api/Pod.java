package foresail.simulation.api;

import foresail.model.PodSpec;

/** A pod. */
public record Pod(ObjectMeta metadata, PodSpec spec, Assigned assigned, PodStatus status)
    implements ApiObject<Pod> {
  public static final Kind<Pod> KIND = new Kind<>("v1", "Pod", "pods", true);

  /** A pod that is still to be created. */
  public static Pod fresh(ObjectMeta metadata, PodSpec spec) {
    return new Pod(metadata, spec, Assigned.of(spec), PodStatus.NEW);
  }

  @Override
  public Kind<Pod> kind() {
    return KIND;
  }

  @Override
  public Pod withMetadata(ObjectMeta newMetadata) {
    return new Pod(newMetadata, spec, assigned, status);
  }

  public Pod withSpec(PodSpec newSpec) {
    return new Pod(metadata, newSpec, assigned, status);
  }

  public Pod withAssigned(Assigned newAssigned) {
    return new Pod(metadata, spec, newAssigned, status);
  }

  public Pod withStatus(PodStatus newStatus) {
    return new Pod(metadata, spec, assigned, newStatus);
  }

  /** Empty while it has no node. */
  public String nodeName() {
    return assigned.nodeName();
  }

  /** Whether it has ended for good. */
  public boolean terminal() {
    return status.phase().terminal();
  }

  /** Whether condition Ready is True. */
  public boolean ready() {
    return status.ready();
  }
}
