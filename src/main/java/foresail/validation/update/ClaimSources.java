package foresail.validation.update;

import foresail.validation.check.Field;
import java.util.Optional;
import java.util.Set;

/**
 * What a claim's volume begins with. Written as dataSource or dataSourceRef, the server fills in
 * the other one; a dataSource that is neither claim nor snapshot it drops without a word
 * (pkg/api/persistentvolumeclaim/util.go, v1.36).
 */
final class ClaimSources {
  private static final String OLD_FIELD = "dataSource";
  private static final String NEW_FIELD = "dataSourceRef";

  private ClaimSources() {}

  /** Where the two differ; empty where the server takes them for the same. */
  static Optional<Change> difference(Change spec) {
    Field was = source(spec.was(), false);
    Field now = source(spec.now(), was.isSet());
    // The field that the server has filled in stays when the other one is taken out.
    boolean once = spec.was().get(OLD_FIELD).isSet() != spec.was().get(NEW_FIELD).isSet();
    return once && !now.isSet()
        ? Optional.empty()
        : Difference.first(new Change(was, now), Set.of());
  }

  /**
   * @param used whether the claim has one already: then nothing is dropped
   */
  private static Field source(Field spec, boolean used) {
    Field source = spec.get(OLD_FIELD);
    boolean taken = source.isSet() && (used || isClaimOrSnapshot(source));
    Field newer = spec.get(NEW_FIELD);
    return newer.isSet() || !taken ? newer : source;
  }

  private static boolean isClaimOrSnapshot(Field source) {
    String group = source.get("apiGroup").text();
    return source.get("kind").is("PersistentVolumeClaim") && group.isEmpty()
        || source.get("kind").is("VolumeSnapshot") && group.equals("snapshot.storage.k8s.io");
  }
}
