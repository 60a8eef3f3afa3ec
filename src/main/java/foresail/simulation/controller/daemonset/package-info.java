/** DaemonSets: one pod on each node that suits. */
package foresail.simulation.controller.daemonset;
