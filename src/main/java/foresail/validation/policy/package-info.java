/** What the server demands of the kinds that limit and permit. */
package foresail.validation.policy;
