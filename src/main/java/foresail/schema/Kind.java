package foresail.schema;

/**
 * A kind that a release serves.
 *
 * @param apiVersion group and version as manifests write them: {@code apps/v1}, {@code v1}
 * @param name {@code Deployment}
 * @param resource the plural in lower case: {@code deployments}
 * @param namespaced whether its objects live in a namespace
 * @param type the name of its definition in the schema: {@code apps.v1.Deployment}; {@code
 *     acme.io/v1.Robot} for custom resources
 */
public record Kind(
    String apiVersion, String name, String resource, boolean namespaced, String type) {
  /** The part of the apiVersion before the slash; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Whether a CustomResourceDefinition made it. */
  public boolean isCustom() {
    return type.indexOf('/') >= 0;
  }

  /** The part of the apiVersion behind the slash. */
  public String version() {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }
}
