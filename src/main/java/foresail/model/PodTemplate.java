package foresail.model;

/** From what a controller makes its pods. */
public record PodTemplate(ObjectMeta metadata, PodSpec spec) implements Located {
  static PodTemplate of(Fields template) {
    return new PodTemplate(ObjectMeta.of(template), PodSpec.of(template.orEmpty("spec")));
  }

  @Override
  public foresail.source.Node node() {
    return spec.node();
  }
}
