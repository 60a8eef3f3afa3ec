package foresail.simulation.kubelet;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one look at a pod.
 *
 * @param terminal whether the pod has ended for good and is to be taken down
 * @param failed whether something could not be done, so that the pod is looked at again soon
 * @param backoff with a failure: until the earliest crash back-off ends; empty for other failures
 */
record SyncResult(boolean terminal, boolean failed, Optional<Duration> backoff) {
  static final SyncResult GOOD = new SyncResult(false, false, Optional.empty());
  static final SyncResult FAILED = new SyncResult(false, true, Optional.empty());
  static final SyncResult TERMINAL = new SyncResult(true, false, Optional.empty());
}
