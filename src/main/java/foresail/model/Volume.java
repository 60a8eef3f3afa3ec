package foresail.model;

import foresail.source.Node;

/** A directory that containers of a pod may mount. */
public record Volume(Node node, String name, VolumeSource source) implements Located {
  static Volume of(Fields volume) {
    return new Volume(volume.node(), volume.string("name"), VolumeSource.of(volume));
  }
}
