/**
 * What is known about the cluster and the images before a run: what cannot be read from manifests.
 * The border converts the user's cluster facts and scenario to these.
 */
package foresail.simulation.facts;
