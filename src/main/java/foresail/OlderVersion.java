package foresail;

import foresail.source.Manifest;
import foresail.source.ObjectId;
import foresail.validation.update.UpdateValidation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects that are there before new manifests are applied, as {@code kubectl apply} finds them:
 * by group, kind, namespace and name.
 */
final class OlderVersion {
  private final Map<List<String>, List<Manifest>> objects = new HashMap<>();
  private final String namespace;

  /**
   * @param objects those that the server does not take are not there
   * @param namespace of objects that name none
   */
  OlderVersion(List<Inspected> objects, Optional<String> namespace) {
    this.namespace = namespace.orElse("default");
    for (Inspected each : objects) {
      if (each.refusals().isEmpty()) {
        Manifest manifest = each.object().manifest();
        this.objects.computeIfAbsent(key(manifest.id()), key -> new ArrayList<>(1)).add(manifest);
      }
    }
  }

  private List<String> key(ObjectId id) {
    String space = id.namespace().isEmpty() ? namespace : id.namespace();
    return List.of(id.group(), id.kind(), space, id.name());
  }

  /** The same objects, refused also for what they would change. */
  List<Inspected> judge(List<Inspected> updated, Inspection inspection) {
    List<Inspected> judged = new ArrayList<>(updated.size());
    for (Inspected each : updated) {
      Manifest manifest = each.object().manifest();
      Optional<Manifest> old =
          each.isDecoded() && isNamed(manifest) ? of(manifest) : Optional.empty();
      judged.add(old.map(stored -> each.with(inspection.changes(stored, manifest))).orElse(each));
    }
    return judged;
  }

  /** With a generateName each one is a new object. */
  private static boolean isNamed(Manifest manifest) {
    return manifest.root().at("metadata", "name").isPresent();
  }

  /**
   * The object that a manifest updates. Of several of one name, as overlays have them, that from
   * the file with the most similar path.
   */
  private Optional<Manifest> of(Manifest manifest) {
    ObjectId id = manifest.id();
    if (!UpdateValidation.isJudged(id.group(), id.kind())) {
      return Optional.empty();
    }
    List<Manifest> candidates = objects.getOrDefault(key(id), List.of());
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    int longest = -1;
    Optional<Manifest> best = Optional.empty();
    for (Manifest candidate : candidates) {
      int common = commonEnd(candidate.file().path(), manifest.file().path());
      if (common == longest) {
        best = Optional.empty(); // nobody can tell which one is meant
      } else if (common > longest) {
        longest = common;
        best = Optional.of(candidate);
      }
    }
    return best;
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
