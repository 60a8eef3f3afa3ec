package foresail.rule.check;

/** Keys that a Secret of the inputs does not have. */
public final class MissingSecretKey extends MissingKey {
  public MissingSecretKey() {
    super("Secret");
  }
}
