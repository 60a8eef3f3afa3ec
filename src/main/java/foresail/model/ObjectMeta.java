package foresail.model;

import foresail.source.Node;
import java.util.List;
import java.util.Map;

/**
 * What every object says about itself.
 *
 * @param name empty where only a generateName is given
 * @param namespace empty where none is written
 */
public record ObjectMeta(
    Node node,
    String name,
    String generateName,
    String namespace,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<String> finalizers)
    implements Located {
  static ObjectMeta of(Fields object) {
    Fields meta = object.orEmpty("metadata");
    return new ObjectMeta(
        meta.node(),
        meta.string("name"),
        meta.string("generateName"),
        meta.string("namespace"),
        meta.stringMap("labels"),
        meta.stringMap("annotations"),
        meta.strings("finalizers"));
  }
}
