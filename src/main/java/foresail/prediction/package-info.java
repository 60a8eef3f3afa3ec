/**
 * Tells one run of the simulation in kubectl's words: rows, conditions, Events, and how each pod
 * ends. The result is a {@link foresail.prediction.Prediction}; formats are {@code output}'s.
 *
 * <p>Where to look:
 *
 * <ul>
 *   <li>the cells of a row, STATUS above all: {@link foresail.prediction.PodPrinter}; which rows a
 *       watcher sees: {@code PodTimeline};
 *   <li>why a row is as it is: {@code RowReasons}, {@code ContainerReasons}, {@code NodeReasons};
 *   <li>how a pod ends: {@code Ends}; what lies behind that in other objects: {@code Causes};
 *   <li>what is named and not there: {@code MissingObjects};
 *   <li>many runs of one plan: {@link foresail.prediction.Spread}.
 * </ul>
 */
package foresail.prediction;
