/**
 * What users write about a run and not about an object: {@code .foresail.yaml}, cluster facts,
 * scenarios. Nothing here is loaded where no such file is given.
 */
package foresail.config;
