package foresail.simulation.controller;

import foresail.model.ObjectMeta;
import foresail.model.PodTemplate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares pod templates by what they say, never by which text they come from. */
public final class Templates {
  /** The label by which a ReplicaSet tells its pods from those of its siblings. */
  public static final String HASH_LABEL = "pod-template-hash";

  private Templates() {}

  /** Whether both make the same pods; the hash label does not count. */
  public static boolean same(PodTemplate left, PodTemplate right) {
    ObjectMeta a = left.metadata();
    ObjectMeta b = right.metadata();
    return withoutHash(a.labels()).equals(withoutHash(b.labels()))
        && a.annotations().equals(b.annotations())
        && (left.spec().node() == right.spec().node()
            || left.spec().node().sameValue(right.spec().node()));
  }

  /** The template with one more label on its pods. */
  public static PodTemplate withLabel(PodTemplate template, String key, String value) {
    ObjectMeta old = template.metadata();
    Map<String, String> labels = new LinkedHashMap<>(old.labels());
    labels.put(key, value);
    var metadata =
        new ObjectMeta(
            old.node(),
            old.name(),
            old.generateName(),
            old.namespace(),
            labels,
            old.annotations(),
            old.finalizers());
    return new PodTemplate(metadata, template.spec());
  }

  private static Map<String, String> withoutHash(Map<String, String> labels) {
    if (!labels.containsKey(HASH_LABEL)) {
      return labels;
    }
    Map<String, String> rest = new LinkedHashMap<>(labels);
    rest.remove(HASH_LABEL);
    return rest;
  }
}
