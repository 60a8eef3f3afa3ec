package foresail.model;

import foresail.source.Manifest;
import foresail.source.Node;

/** An object that a manifest declares. */
public interface KubernetesObject extends Located {
  Manifest manifest();

  ObjectMeta metadata();

  @Override
  default Node node() {
    return manifest().root();
  }

  default String kind() {
    return manifest().id().kind();
  }

  default String name() {
    return metadata().name();
  }

  /** Empty where none is written. */
  default String namespace() {
    return metadata().namespace();
  }
}
