package foresail.simulation.kubelet;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one look at a pod.
 *
 * @param terminal whether the pod has ended for good and is to be taken down
 * @param failed whether something could not be done, so that the pod is looked at again soon
 * @param again whether it is to be looked at once more at once
 * @param backoff with a failure: until the earliest crash back-off ends; empty for other failures
 */
record SyncResult(boolean terminal, boolean failed, boolean again, Optional<Duration> backoff) {
  static final SyncResult GOOD = new SyncResult(false, false, false, Optional.empty());
  static final SyncResult AGAIN = new SyncResult(false, false, true, Optional.empty());
  static final SyncResult FAILED = new SyncResult(false, true, false, Optional.empty());
  static final SyncResult TERMINAL = new SyncResult(true, false, false, Optional.empty());
}
