package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.PodPrediction;
import org.junit.jupiter.api.Test;

/** When the kubelet sees what it has done, and what has happened. */
final class RelistTest {
  @Test
  void probeThatFailsJustAfterRestartIsActedOnAtOnce() {
    PodPrediction pod =
        Story.ofScript(
                "sleep 3600",
                "livenessProbe: {tcpSocket: {port: 81}, periodSeconds: 2, failureThreshold: 1}",
                "terminationGracePeriodSeconds: 5")
            .until("30s")
            .pod();
    // Ticks at 2.3 s and 8.3 s, 5 s of grace, and a new container 0.2 s later.
    assertEquals(7.6, Story.first(pod, "Running", 1).orElseThrow(), 0.1);
    assertEquals(13.6, Story.first(pod, "Running", 2).orElseThrow(), 0.1);
  }

  @Test
  void newImageIsSeenRunningWithoutWaitingForTheNextRelist() {
    PodPrediction pod =
        Story.ofScript(Story.POLITE, "", "")
            .apply("15s", Story.pod(Story.POLITE, "", "").replace("1.36", "1.37"))
            .until("30s")
            .pod();
    assertTrue(Story.first(pod, "Running", 1).orElseThrow() < 15.6);
  }
}
