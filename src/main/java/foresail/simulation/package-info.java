/**
 * A cluster that lives on a virtual clock. {@link foresail.simulation.Simulation} starts what is in
 * the folders: {@code kernel} (clock and queue), {@code store} (the API server; says how to write a
 * component) with the objects of {@code api} and the plugins of {@code admission}, then {@code
 * controller}, {@code scheduler} and {@code kubelet} with its {@code runtime} and {@code process}.
 * {@code facts} is what was known before.
 *
 * <p>Here: {@link foresail.simulation.Plan} is what the user does and when, {@code Applier} does it
 * as kubectl would, {@link foresail.simulation.Run} is what came of it. What the server refuses is
 * asked through {@link foresail.simulation.PolicyRule} and {@link foresail.simulation.UpdateRule},
 * because validation and policies are not known here.
 */
package foresail.simulation;
