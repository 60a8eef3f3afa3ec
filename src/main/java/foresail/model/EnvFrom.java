package foresail.model;

import foresail.source.Node;

/** All keys of a ConfigMap or Secret as variables. */
public record EnvFrom(Node node, String prefix, boolean secret, String name, boolean optional)
    implements Located {
  static EnvFrom of(Fields from) {
    boolean secret = from.object("secretRef").isPresent();
    Fields reference = from.orEmpty(secret ? "secretRef" : "configMapRef");
    return new EnvFrom(
        reference.node(),
        from.string("prefix"),
        secret,
        reference.string("name"),
        reference.bool("optional"));
  }
}
