/**
 * What somebody recorded of a real cluster, held against a prediction: {@code foresail verify}.
 *
 * <p>A recording is read into {@link foresail.recording.Recording}; {@link
 * foresail.recording.Comparison} pairs its pods and rows with the predicted ones.
 */
package foresail.recording;
