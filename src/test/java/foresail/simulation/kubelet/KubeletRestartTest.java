package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.PodPrediction;
import org.junit.jupiter.api.Test;

/** A kubelet that was silent for a while and then starts anew. */
final class KubeletRestartTest {
  @Test
  void hasForgottenHowLongItWantedToWait() {
    PodPrediction pod =
        Story.ofScript("sleep 2; exit 1", "", "")
            .stopNode("24s")
            .startNode("30s")
            .until("60s")
            .pod();
    double again = Story.first(pod, "Running", 3).orElseThrow();
    assertTrue(again > 30 && again < 32, "runs again after " + again + " s");
  }

  @Test
  void hearsOfTheDeletionThatItMissed() {
    PodPrediction pod =
        Story.ofScript(Story.POLITE, "", "")
            .stopNode("5s")
            .delete("8s", "pod/p")
            .startNode("20s")
            .until("60s")
            .pod();
    assertEquals(
        "1/1 Running 0\n1/1 Terminating 0\n0/1 Completed 0\n(deleted)\n",
        Story.rows(pod).substring(Story.rows(pod).indexOf("1/1")));
    assertTrue(Story.first(pod, "Completed", 0).orElseThrow() > 20);
  }
}
