/**
 * Deployments: a ReplicaSet for each template, and the way from the old ones to the new one.
 *
 * <p>{@link foresail.simulation.controller.deployment.DeploymentController} decides which way a
 * Deployment takes: {@code RollingUpdate}, {@code Recreate} or {@code Scaling}. {@code
 * RolloutBounds} says how many pods maxSurge and maxUnavailable come to.
 */
package foresail.simulation.controller.deployment;
