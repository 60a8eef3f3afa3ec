/**
 * What manifests declare, as typed values: pods, containers, probes, workloads, services, volumes.
 *
 * <p>Only what the graph, the simulation and the rules need is typed. A model is read from a node
 * tree that already has the server's defaults ({@code schema.Defaults}); nobody defaults a second
 * time. What is absent there reads as Go's zero value, as in the server's own code: empty text, 0,
 * false, an empty list. What has the wrong type reads as absent: {@code schema} has refused it
 * before.
 *
 * <p>Each value keeps the node that it was read from ({@link foresail.model.Located}), so that a
 * finding or a predicted row can point at the text that caused it.
 */
package foresail.model;
