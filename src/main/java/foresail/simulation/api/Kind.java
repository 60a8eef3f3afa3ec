package foresail.simulation.api;

/**
 * A kind of object, and the type in which this program holds it.
 *
 * <p>Compared by identity: each type has one constant {@code KIND}.
 *
 * @param <O> the type of its objects
 */
public final class Kind<O extends ApiObject<O>> {
  private final String apiVersion;
  private final String name;
  private final String plural;
  private final boolean namespaced;

  /**
   * @param apiVersion {@code v1}, {@code apps/v1}
   * @param name as in a manifest: {@code Pod}
   * @param plural as in an URL and in messages: {@code pods}
   */
  public Kind(String apiVersion, String name, String plural, boolean namespaced) {
    this.apiVersion = apiVersion;
    this.name = name;
    this.plural = plural;
    this.namespaced = namespaced;
  }

  public String apiVersion() {
    return apiVersion;
  }

  /** As in a manifest: {@code Pod}. */
  public String name() {
    return name;
  }

  /** As in an URL: {@code pods}. */
  public String plural() {
    return plural;
  }

  /** The resource with its group, as the server's messages name it: {@code deployments.apps}. */
  public String resource() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? plural : plural + "." + apiVersion.substring(0, slash);
  }

  public boolean namespaced() {
    return namespaced;
  }

  @Override
  public String toString() {
    return name;
  }
}
