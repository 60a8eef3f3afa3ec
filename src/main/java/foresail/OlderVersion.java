package foresail;

import foresail.source.Manifest;
import foresail.source.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects that are there before new manifests are applied, as {@code kubectl apply} finds them:
 * by group, kind, namespace and name.
 *
 * <p>Where a name occurs several times, as in overlays, files with similar paths belong together;
 * where that does not tell, nothing is judged.
 */
final class OlderVersion {
  private final Map<List<String>, List<Inspected>> objects;
  private final String namespace;

  /**
   * @param namespace of objects that name none
   */
  OlderVersion(List<Inspected> objects, Optional<String> namespace) {
    this.namespace = namespace.orElse("default");
    this.objects = byKey(objects);
  }

  private Map<List<String>, List<Inspected>> byKey(List<Inspected> all) {
    Map<List<String>, List<Inspected>> byKey = new HashMap<>();
    for (Inspected each : all) {
      Manifest manifest = each.object().manifest();
      // With a generateName each one is a new object.
      if (manifest.root().at("metadata", "name").isPresent()) {
        byKey.computeIfAbsent(key(manifest.id()), key -> new ArrayList<>(1)).add(each);
      }
    }
    return byKey;
  }

  private List<String> key(ObjectId id) {
    String space = id.namespace().isEmpty() ? namespace : id.namespace();
    return List.of(id.group(), id.kind(), space, id.name());
  }

  /**
   * The same objects, refused also for what they would change.
   *
   * @param written the manifests of these objects, in the same order
   */
  List<Inspected> judge(List<Inspected> updated, List<Manifest> written, Inspection inspection) {
    Map<List<String>, List<Inspected>> others = byKey(updated);
    List<Inspected> judged = new ArrayList<>(updated.size());
    for (int i = 0; i < updated.size(); i++) {
      Inspected each = updated.get(i);
      Manifest applied = written.get(i);
      List<String> key = key(applied.id());
      List<Inspected> rivals = others.getOrDefault(key, List.of());
      judged.add(
          stored(each, rivals, objects.getOrDefault(key, List.of()))
              .map(old -> each.with(inspection.changes(old, applied, each.refusals())))
              .orElse(each));
    }
    return judged;
  }

  /**
   * What is there of an object.
   *
   * @param rivals all new ones of its name
   * @param candidates all old ones of its name; those that the server does not take are not there
   */
  private static Optional<Manifest> stored(
      Inspected updated, List<Inspected> rivals, List<Inspected> candidates) {
    return nearest(updated, candidates)
        .filter(old -> nearest(old, rivals).filter(nearest -> nearest == updated).isPresent())
        .filter(old -> updated.isDecoded() && old.refusals().isEmpty())
        .map(old -> old.object().manifest());
  }

  /** The one from the file whose path has most in common; empty where there are two of them. */
  private static Optional<Inspected> nearest(Inspected object, List<Inspected> candidates) {
    int longest = -1;
    Optional<Inspected> nearest = Optional.empty();
    for (Inspected candidate : candidates) {
      int common = commonEnd(path(candidate), path(object));
      if (common == longest) {
        nearest = Optional.empty();
      } else if (common > longest) {
        longest = common;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  private static String path(Inspected object) {
    return object.object().manifest().file().path();
  }

  /** How many letters two paths have in common at their ends. */
  private static int commonEnd(String left, String right) {
    int count = 0;
    while (count < Math.min(left.length(), right.length())
        && left.charAt(left.length() - 1 - count) == right.charAt(right.length() - 1 - count)) {
      count++;
    }
    return count;
  }
}
