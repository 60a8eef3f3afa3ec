package foresail.model;

import java.util.Optional;

/**
 * A taint that a pod puts up with.
 *
 * @param operator {@code Exists}, or {@code Equal} (also when empty)
 * @param effect empty for all effects
 * @param tolerationSeconds for how long with NoExecute; empty for ever
 */
public record Toleration(
    String key, String operator, String value, String effect, Optional<Long> tolerationSeconds) {
  static Toleration of(Fields toleration) {
    return new Toleration(
        toleration.string("key"),
        toleration.string("operator"),
        toleration.string("value"),
        toleration.string("effect"),
        toleration.optionalLong("tolerationSeconds"));
  }

  /** Whether it covers a taint (component-helpers/scheduling/corev1/helpers.go, v1.36). */
  public boolean tolerates(String taintKey, String taintValue, String taintEffect) {
    if (!effect.isEmpty() && !effect.equals(taintEffect)) {
      return false;
    }
    if (!key.isEmpty() && !key.equals(taintKey)) {
      return false;
    }
    return operator.equals("Exists") || value.equals(taintValue);
  }
}
