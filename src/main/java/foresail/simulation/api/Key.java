package foresail.simulation.api;

/**
 * An object's place within its kind.
 *
 * @param namespace empty for kinds without one
 */
public record Key(String namespace, String name) implements Comparable<Key> {
  @Override
  public int compareTo(Key other) {
    int order = namespace.compareTo(other.namespace);
    return order != 0 ? order : name.compareTo(other.name);
  }

  /** {@code namespace/name}, or the name alone. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
