/**
 * StatefulSets: numbered pods that start one after the other, keep their names, and have claims of
 * their own.
 */
package foresail.simulation.controller.statefulset;
