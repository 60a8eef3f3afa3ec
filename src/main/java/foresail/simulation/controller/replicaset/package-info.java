/** ReplicaSets and ReplicationControllers: as many pods of a template as asked for. */
package foresail.simulation.controller.replicaset;
