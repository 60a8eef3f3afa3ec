package foresail.policy;

import foresail.model.KubernetesObject;
import foresail.source.Span;

/**
 * What a policy has against an object.
 *
 * @param reason of the server's answer: {@code Invalid}, {@code Forbidden}
 * @param denied whether the object is refused; else its sender is warned
 * @param ofPods whether it is the pods of its template that are refused, not the object
 * @param message the server's words
 * @param place the expression that is not true
 */
public record Verdict(
    KubernetesObject policy,
    KubernetesObject binding,
    boolean denied,
    boolean ofPods,
    String reason,
    String message,
    Span place) {}
