package foresail.validation.pod;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The volumes of a pod as its containers see them. In a StatefulSet the claims of its templates
 * stand before the written ones, and in the place of those with the same name
 * (pkg/apis/apps/validation/validation.go, tweakAndSetVolumes, v1.36).
 */
final class PodVolumes {
  private static final int IMAGES_SINCE = 35;

  private PodVolumes() {}

  /**
   * The written volumes, printed where the server sees them. Claims of a StatefulSet are not among
   * them.
   */
  static List<Field> of(Field spec, Refusals out) {
    Field volumes = spec.get("volumes");
    List<Field> claims = claims(spec, out);
    if (claims.isEmpty() && out.release() >= IMAGES_SINCE) {
      return volumes.items();
    }
    List<Field> seen = new ArrayList<>();
    for (Field volume : volumes.items()) {
      boolean replaced = claims.stream().anyMatch(claim -> sameName(claim, volume));
      if (!replaced && !isDropped(volume, out)) {
        seen.add(volume.printedAs(volumes.place(claims.size() + seen.size())));
      }
    }
    return seen;
  }

  /** Servers that do not know volumes of images yet take them out, and their mounts with them. */
  private static boolean isDropped(Field volume, Refusals out) {
    return out.release() < IMAGES_SINCE && volume.get("image").isSet();
  }

  /** Whether a mount goes away together with its volume. */
  static boolean isDropped(Field spec, String name, Refusals out) {
    if (out.release() >= IMAGES_SINCE) {
      return false;
    }
    for (Field volume : spec.get("volumes").items()) {
      if (volume.get("name").is(name) && isDropped(volume, out)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameName(Field claim, Field volume) {
    return claim.at("metadata", "name").text().equals(volume.get("name").text());
  }

  /** The claim templates around a pod's spec, the last one of each name. */
  static List<Field> claims(Field spec, Refusals out) {
    if (!out.kind().equals("StatefulSet")) {
      return List.of();
    }
    List<Field> all = spec.parent().parent().get("volumeClaimTemplates").items();
    List<Field> claims = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i).at("metadata", "name").text();
      boolean again =
          all.subList(i + 1, all.size()).stream()
              .anyMatch(later -> later.at("metadata", "name").is(name));
      if (!again) {
        claims.add(all.get(i));
      }
    }
    return claims;
  }

  /** What stands behind a name. */
  enum Source {
    /** A claim, or a volume that makes one: may be used as a block device. */
    CLAIM,
    OTHER
  }

  /** What a container gets under this name; empty where no volume without a flaw has it. */
  static Optional<Source> find(Field spec, String name, Refusals out) {
    for (Field claim : claims(spec, out)) {
      if (claim.at("metadata", "name").is(name) && !out.isFlawed(claim)) {
        return Optional.of(Source.CLAIM);
      }
    }
    for (Field volume : of(spec, out)) {
      if (volume.get("name").is(name) && !out.isFlawed(volume)) {
        boolean claim =
            volume.get("persistentVolumeClaim").isSet() || volume.get("ephemeral").isSet();
        return Optional.of(claim ? Source.CLAIM : Source.OTHER);
      }
    }
    return Optional.empty();
  }
}
