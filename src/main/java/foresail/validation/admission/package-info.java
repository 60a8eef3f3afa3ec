/**
 * What webhooks and admission policies must keep to. CEL expressions are not compiled here: only
 * missing ones are refused.
 */
package foresail.validation.admission;
