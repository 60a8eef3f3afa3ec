/**
 * The conditions of rules that are written in Java: one small class for each, named by the file of
 * the rule.
 *
 * <p>What several of them need stands beside them: for what containers run, {@code PodWaits} (what
 * a script waits for), {@code DryRun} (whether and how it ends) and {@code Variables}; for what
 * nobody knows, {@code MissingObject}, {@code MissingKey} and {@code SelectsNothing}; {@code
 * SelectedPorts}, {@code MountedClaims} and {@code Jobs} for parts of objects; {@code Written} for
 * what the author wrote and the server did not add; {@code Words} for how messages name things.
 */
package foresail.rule.check;
