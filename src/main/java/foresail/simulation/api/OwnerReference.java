package foresail.simulation.api;

/**
 * Who an object belongs to: when the owner goes, it goes too.
 *
 * @param controller whether the owner is the one that manages it; at most one is
 */
public record OwnerReference(
    String apiVersion, String kind, String name, String uid, boolean controller) {
  /** The reference that a controller puts on what it creates. */
  public static OwnerReference controlledBy(ApiObject<?> owner) {
    return new OwnerReference(
        owner.kind().apiVersion(), owner.kind().name(), owner.name(), owner.uid(), true);
  }
}
