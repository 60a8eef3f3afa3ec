/**
 * The container runtime of a node: sandboxes, containers and the processes in them, as containerd
 * and runc have them. Knows nothing of restarts, probes or statuses: that is the kubelet's.
 */
package foresail.simulation.runtime;
