/**
 * Admission policies among the inputs, and what they say of the other objects there, as the API
 * server would evaluate them when the objects are created.
 */
package foresail.policy;
