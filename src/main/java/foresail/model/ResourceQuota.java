package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Manifest;
import java.util.List;
import java.util.Map;

/**
 * Bounds what all pods of a namespace may ask for together.
 *
 * @param scopes words that all have to hold for an object that counts
 * @param selectors conditions that all have to hold too
 */
public record ResourceQuota(
    Manifest manifest,
    ObjectMeta metadata,
    Map<String, Quantity> hard,
    List<String> scopes,
    List<ScopeSelector> selectors)
    implements KubernetesObject {
  /**
   * @param operator In, NotIn, Exists or DoesNotExist
   */
  public record ScopeSelector(String scope, String operator, List<String> values) {
    static ScopeSelector of(Fields expression) {
      return new ScopeSelector(
          expression.string("scopeName"),
          expression.string("operator"),
          expression.strings("values"));
    }
  }

  static ResourceQuota of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    return new ResourceQuota(
        manifest,
        ObjectMeta.of(object),
        spec.quantities("hard"),
        spec.strings("scopes"),
        spec.orEmpty("scopeSelector").list("matchExpressions", ScopeSelector::of));
  }
}
