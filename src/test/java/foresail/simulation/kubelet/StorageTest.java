package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.PodPrediction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods that fill more of the node's disk, or of their memory, than they may. */
final class StorageTest {
  private static final String MOUNT = "volumeMounts: [{name: d, mountPath: /d}]\n";

  private static PodPrediction fills(String file, String containerFields, String podFields) {
    return Story.ofScript(
            "sleep 3; dd if=/dev/zero of=" + file + " bs=1M count=20 || exit 4; sleep 1000",
            containerFields,
            podFields)
        .until("150s")
        .pod();
  }

  private static void isEvicted(String message, PodPrediction pod) {
    assertEquals(List.of(message), Story.events(pod, "Evicted"));
    assertTrue(Story.rows(pod).endsWith("1/1 Running 0\n0/1 Error 0\n"), Story.rows(pod));
  }

  @Test
  void areEvictedForAVolumeOnDisk() {
    isEvicted(
        "Usage of EmptyDir volume \"d\" exceeds the limit \"10Mi\". ",
        fills("/d/x", MOUNT, "volumes: [{name: d, emptyDir: {sizeLimit: 10Mi}}]"));
  }

  @Test
  void areEvictedForWhatTheirContainersWrite() {
    isEvicted(
        "Pod ephemeral local storage usage exceeds the total limit of containers 10Mi. ",
        fills("/tmp/x", "resources: {limits: {ephemeral-storage: 10Mi}}", ""));
  }

  @Test
  void stayWithinTheirLimits() {
    PodPrediction pod = fills("/d/x", MOUNT, "volumes: [{name: d, emptyDir: {sizeLimit: 30Mi}}]");
    assertTrue(Story.rows(pod).endsWith("1/1 Running 0\n"));
  }

  @Test
  void findNoRoomInMemory() {
    PodPrediction pod =
        fills(
            "/d/x",
            MOUNT,
            "restartPolicy: Never\n"
                + "volumes: [{name: d, emptyDir: {medium: Memory, sizeLimit: 10Mi}}]");
    assertTrue(Story.rows(pod).endsWith("0/1 Error 0\n"));
  }

  @Test
  void runOutOfMemoryByFilesInMemory() {
    PodPrediction pod =
        fills(
            "/d/x",
            MOUNT + "resources: {limits: {memory: 10Mi}}",
            "restartPolicy: Never\nvolumes: [{name: d, emptyDir: {medium: Memory}}]");
    assertTrue(Story.rows(pod).endsWith("0/1 OOMKilled 0\n"));
  }
}
