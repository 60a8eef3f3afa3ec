/** What HorizontalPodAutoscalers and PodDisruptionBudgets must keep to. */
package foresail.validation.scaling;
