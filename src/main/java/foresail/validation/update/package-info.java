/**
 * What the API server refuses when an object is updated: changes of what may not change. {@link
 * foresail.validation.update.Updatable} names the checks of a kind; they read like the server's
 * documentation, in the words of {@link foresail.validation.update.Demands}:
 *
 * <pre>{@code
 * static final ChangeCheck STORAGE_CLASS =
 *     all(field("parameters", immutable()), field("provisioner", immutable()), ...);
 * }</pre>
 *
 * <p>A check sees a {@link foresail.validation.update.Change}: the field before and after. What the
 * server would store is computed before, as {@code kubectl apply} does ({@link
 * foresail.validation.update.Apply}), so that what the server had filled in is no change. When in
 * doubt accept: what the cluster had filled in is not known here.
 */
package foresail.validation.update;
