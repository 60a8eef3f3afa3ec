package foresail.simulation.kubelet;

import java.util.Optional;

/**
 * What came of wanting to start a container.
 *
 * @param failure empty where it was started
 */
record StartOutcome(String container, Optional<StartFailure> failure) {
  boolean failed() {
    return failure.isPresent();
  }
}
