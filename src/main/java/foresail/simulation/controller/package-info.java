/**
 * The controllers: each looks at the objects of one kind and does what brings the cluster closer to
 * what they say. A folder for each; what several of them use stands here.
 *
 * <p>{@link foresail.simulation.controller.Controllers} starts them all.
 */
package foresail.simulation.controller;
