/**
 * The words in which the server's validation is written down: {@link Check}s composed from {@link
 * Shapes}, {@link Values}, {@link Names} and {@link Selectors}, reading {@link Field}s and telling
 * {@link Refusals}. Knows no kind of object.
 */
package foresail.validation.check;
