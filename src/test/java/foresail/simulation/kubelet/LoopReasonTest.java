package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.End;
import foresail.prediction.PodPrediction;
import org.junit.jupiter.api.Test;

/** What is said of pods that loop without ever showing a failure. */
final class LoopReasonTest {
  private static PodPrediction sidecar(String script, String fields) {
    return Story.ofScript(
            Story.POLITE,
            "",
            "initContainers:\n- {name: s, image: 'busybox:1.36', restartPolicy: Always, command:"
                + " [sh, -c, \""
                + script
                + "\"]"
                + fields
                + "}")
        .until("100s")
        .pod();
  }

  @Test
  void namesTheProbeThatRestartsTheContainer() {
    PodPrediction pod =
        Story.ofScript(
                Story.POLITE,
                "livenessProbe: {exec: {command: [cat, /none]}, periodSeconds: 10}",
                "")
            .until("120s")
            .pod();
    assertEquals(End.LOOPING, pod.end());
    assertEquals("container a was restarted because its livenessProbe failed", pod.because());
  }

  @Test
  void namesTheSidecarThatEnds() {
    PodPrediction pod = sidecar("sleep 3", "");
    assertEquals(End.LOOPING, pod.end());
    assertTrue(pod.because().startsWith("container s ended with exit code 0"), pod.because());
  }

  @Test
  void namesTheProbeOfASidecar() {
    String probe = ", livenessProbe: {exec: {command: [cat, /none]}, periodSeconds: 10}";
    assertEquals(
        "container s was restarted because its livenessProbe failed",
        sidecar(Story.POLITE, probe).because());
  }
}
