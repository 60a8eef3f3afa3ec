package foresail.model;

import foresail.source.Manifest;

/** An object of kind PodTemplate: a template that somebody else uses. */
public record PodTemplateObject(Manifest manifest, ObjectMeta metadata, PodTemplate template)
    implements Workload {
  static PodTemplateObject of(Manifest manifest, Fields object) {
    return new PodTemplateObject(
        manifest, ObjectMeta.of(object), PodTemplate.of(object.orEmpty("template")));
  }
}
