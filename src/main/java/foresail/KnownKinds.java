package foresail;

import foresail.schema.Kind;
import foresail.schema.Schema;
import foresail.source.Manifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a server knows of custom resources as their definitions are applied, one after the other.
 */
final class KnownKinds {
  private final Schema base;
  private final List<Manifest> definitions = new ArrayList<>();
  private Schema known;

  /**
   * @param base what it knows from the beginning
   */
  KnownKinds(Schema base) {
    this.base = base;
    this.known = base;
  }

  /** What it knows once these are applied too. */
  Schema after(List<Manifest> manifests) {
    List<Manifest> all = new ArrayList<>(definitions);
    all.addAll(manifests);
    manifests.stream().filter(KnownKinds::isDefinition).forEach(definitions::add);
    known = base.with(all);
    return known;
  }

  /**
   * The positions of custom resources that come before their definition does, which the server then
   * does not know yet. To be asked before {@link #after}.
   */
  Set<Integer> tooEarly(List<Manifest> manifests) {
    Set<Integer> early = new HashSet<>();
    if (manifests.stream().noneMatch(KnownKinds::isDefinition)) {
      return early;
    }
    List<Manifest> all = new ArrayList<>(definitions);
    all.addAll(manifests);
    Schema later = base.with(all);
    Set<String> defined = new HashSet<>();
    for (int i = 0; i < manifests.size(); i++) {
      Manifest manifest = manifests.get(i);
      if (isDefinition(manifest)) {
        defined.add(definedBy(manifest));
      } else if (isCustomIn(later, manifest)
          && !isCustomIn(known, manifest)
          && !defined.contains(manifest.id().group() + "/" + manifest.id().kind())) {
        early.add(i);
      }
    }
    return early;
  }

  private static boolean isCustomIn(Schema schema, Manifest manifest) {
    Optional<Kind> kind = schema.kinds().find(manifest.id().apiVersion(), manifest.id().kind());
    return kind.isPresent() && kind.get().isCustom();
  }

  private static boolean isDefinition(Manifest manifest) {
    return manifest.id().kind().equals("CustomResourceDefinition");
  }

  private static String definedBy(Manifest definition) {
    String group = definition.root().at("spec").flatMap(s -> s.string("group")).orElse("");
    String kind = definition.root().at("spec", "names").flatMap(n -> n.string("kind")).orElse("");
    return group + "/" + kind;
  }
}
