/** What the server demands of the kinds that make pods, beside their pod template. */
package foresail.validation.workload;
