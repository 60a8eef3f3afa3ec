package foresail.model;

import foresail.source.Manifest;

/** A pod that nothing controls. */
public record Pod(Manifest manifest, ObjectMeta metadata, PodSpec spec) implements Workload {
  static Pod of(Manifest manifest, Fields object) {
    return new Pod(manifest, ObjectMeta.of(object), PodSpec.of(object.orEmpty("spec")));
  }

  @Override
  public PodTemplate template() {
    return new PodTemplate(metadata, spec);
  }
}
