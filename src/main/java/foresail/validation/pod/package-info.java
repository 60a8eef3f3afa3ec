/**
 * What the server demands of a pod, and of every template of one; one class for each part of the
 * spec (pkg/apis/core/validation/validation.go, v1.36). {@link foresail.validation.pod.PodChecks}
 * puts them together.
 */
package foresail.validation.pod;
