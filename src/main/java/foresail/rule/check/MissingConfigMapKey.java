package foresail.rule.check;

/** Keys that a ConfigMap of the inputs does not have. */
public final class MissingConfigMapKey extends MissingKey {
  public MissingConfigMapKey() {
    super("ConfigMap");
  }
}
