package foresail.model;

import foresail.source.Manifest;
import java.util.Optional;

/** Runs pods until a task is done. */
public record Job(Manifest manifest, ObjectMeta metadata, JobSpec spec) implements Workload {
  static Job of(Manifest manifest, Fields object) {
    return new Job(manifest, ObjectMeta.of(object), JobSpec.of(object.orEmpty("spec")));
  }

  @Override
  public PodTemplate template() {
    return spec.template();
  }

  @Override
  public Optional<LabelSelector> selector() {
    return spec.selector();
  }
}
