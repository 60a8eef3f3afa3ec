package foresail.simulation.api;

/**
 * An object as the API server stores it.
 *
 * @param <O> the type itself, so that a changed copy has the same type
 */
public interface ApiObject<O extends ApiObject<O>> {
  Kind<O> kind();

  ObjectMeta metadata();

  /** The same object with other metadata. */
  O withMetadata(ObjectMeta metadata);

  default String name() {
    return metadata().name();
  }

  /** Empty for kinds without a namespace. */
  default String namespace() {
    return metadata().namespace();
  }

  default String uid() {
    return metadata().uid();
  }

  default Key key() {
    return new Key(namespace(), name());
  }

  /** Whether somebody asked for its deletion and it is still there. */
  default boolean deleting() {
    return metadata().deletion().isPresent();
  }
}
