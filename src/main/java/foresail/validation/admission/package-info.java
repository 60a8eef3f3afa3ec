/**
 * What webhooks and admission policies must keep to, down to whether their CEL expressions compile
 * ({@code CompilationChecks}). What a policy says of other objects is asked in {@code
 * foresail.policy}.
 */
package foresail.validation.admission;
