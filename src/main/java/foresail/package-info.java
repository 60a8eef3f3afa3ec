/**
 * The stages put together: {@link foresail.Foresail} for findings, {@link foresail.Forecast} for a
 * run, {@code Inspection} for what both do with each object. Only {@code foresail.cli} knows this
 * package, and only this package and {@code cli} know all stages.
 */
package foresail;
