package foresail.source;

/**
 * Which object a manifest declares.
 *
 * @param apiVersion group and version, {@code v1} for the core group
 * @param namespace empty where none is written
 * @param name {@code metadata.name}, else {@code metadata.generateName}, else empty
 */
public record ObjectId(String apiVersion, String kind, String namespace, String name) {
  /** The part of the apiVersion before the slash; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** {@code Deployment "web"}, as messages name it. */
  @Override
  public String toString() {
    return kind + " \"" + name + "\"";
  }
}
