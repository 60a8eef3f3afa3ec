package foresail.prediction;

/**
 * The cells that {@code kubectl get pods} prints for a pod.
 *
 * @param ready {@code 1/2}; empty for a pod that is gone
 * @param status {@code Running}, {@code Init:0/1}, {@code CrashLoopBackOff} ...
 */
public record PodRow(String ready, String status, int restarts) {
  /** What is printed in place of a row when the pod has been removed. */
  public static final PodRow DELETED = new PodRow("", "(deleted)", 0);
}
