/**
 * What every stage hands over: a {@link foresail.finding.Refusal} is what the API server would say,
 * a {@link foresail.finding.Finding} is what the user reads, with its rule, labels and fix. Knows
 * places in the source, and no stage.
 */
package foresail.finding;
