package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.PodPrediction;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What containers see of ConfigMaps and Secrets that change or appear while they run. */
final class VolumesTest {
  private static final String MOUNT = "volumeMounts: [{name: v, mountPath: /v}]";
  private static final String NEVER = "restartPolicy: Never\n";

  private static String map(String data) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\ndata: {" + data + "}\n";
  }

  private static Story waits(String condition, String mount, String volume, String before) {
    String pod =
        Story.pod(
            "while " + condition + "; do sleep 1; done; exit 0",
            mount,
            NEVER + "volumes: [{name: v, " + volume + "}]");
    return Story.of(before + "---\n" + pod).until("200s");
  }

  /** 60 to 90 s after the pod was last looked at, and a moment for the mount. */
  private static void isSeenWithTheNextSync(PodPrediction pod) {
    double seen = Story.first(pod, "Completed", 0).orElseThrow();
    assertTrue(seen > 60 && seen < 93, "seen after " + seen + " s");
  }

  @Test
  void showTheirNewKeysWithTheNextSync() {
    isSeenWithTheNextSync(
        waits("[ ! -f /v/new ]", MOUNT, "configMap: {name: map}", map("old: x"))
            .apply("10s", map("old: x, new: z"))
            .pod());
  }

  @Test
  void showAnOptionalObjectThatAppears() {
    isSeenWithTheNextSync(
        waits("[ ! -f /v/k ]", MOUNT, "configMap: {name: map, optional: true}", "")
            .apply("10s", map("k: v"))
            .pod());
  }

  @Test
  void neverChangeUnderSubPath() {
    String mount = "volumeMounts: [{name: v, mountPath: /v/k, subPath: k}]";
    PodPrediction pod =
        waits("[ \"$(cat /v/k)\" = old ]", mount, "configMap: {name: map}", map("k: old"))
            .apply("10s", map("k: new"))
            .pod();
    assertEquals(Optional.empty(), Story.first(pod, "Completed", 0));
  }

  @Test
  void tellOfAnObjectThatIsGoneAndKeepItsFiles() {
    PodPrediction pod =
        waits("[ -f /v/k ]", MOUNT, "configMap: {name: map}", map("k: v"))
            .delete("10s", "configmap/map")
            .pod();
    assertEquals(Optional.empty(), Story.first(pod, "Completed", 0));
    assertTrue(
        Story.events(pod, "FailedMount")
            .contains("MountVolume.SetUp failed for volume \"v\" : configmap \"map\" not found"));
  }

  @Test
  void waitForAKeyThatIsMissing() {
    PodPrediction pod =
        waits("false", MOUNT, "configMap: {name: map, items: [{key: k, path: k}]}", map("old: x"))
            .apply("10s", map("k: v"))
            .pod();
    assertEquals(
        "MountVolume.SetUp failed for volume \"v\" : configmap references non-existent config key:"
            + " k",
        Story.events(pod, "FailedMount").get(0));
    assertTrue(Story.first(pod, "Completed", 0).orElseThrow() < 25);
  }
}
