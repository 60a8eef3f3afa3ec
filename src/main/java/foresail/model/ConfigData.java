package foresail.model;

import foresail.source.Manifest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A ConfigMap or a Secret.
 *
 * @param text values that are readable: a ConfigMap's data, a Secret's stringData
 * @param encoded values in base64: binaryData, a Secret's data
 */
public record ConfigData(
    Manifest manifest,
    ObjectMeta metadata,
    boolean secret,
    String type,
    Map<String, String> text,
    Map<String, String> encoded)
    implements KubernetesObject {
  static ConfigData ofConfigMap(Manifest manifest, Fields object) {
    return new ConfigData(
        manifest,
        ObjectMeta.of(object),
        false,
        "",
        object.stringMap("data"),
        object.stringMap("binaryData"));
  }

  static ConfigData ofSecret(Manifest manifest, Fields object) {
    return new ConfigData(
        manifest,
        ObjectMeta.of(object),
        true,
        object.string("type"),
        object.stringMap("stringData"),
        object.stringMap("data"));
  }

  /** All keys, sorted. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>(text.keySet());
    keys.addAll(encoded.keySet());
    return keys;
  }
}
