/** HorizontalPodAutoscalers: the bounds that they keep where nobody measures anything. */
package foresail.simulation.controller.autoscaler;
