/** PodDisruptionBudgets: how many of the pods that they cover may be evicted. */
package foresail.simulation.controller.disruption;
