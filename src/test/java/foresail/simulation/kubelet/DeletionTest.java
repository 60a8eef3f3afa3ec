package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a watch shows of pods that are deleted in each phase of their life. */
final class DeletionTest {
  private static final String POLITE_INIT =
      "initContainers:\n- {name: i, image: 'busybox:1.36', command: [sh, -c, \""
          + Story.POLITE
          + "\"]}";

  private static String rows(String podFields, String containerFields) {
    String all =
        Story.ofScript(Story.POLITE, containerFields, podFields)
            .delete("8s", "pod/p")
            .until("60s")
            .rows();
    return all.substring(all.indexOf("Terminating") - 4);
  }

  @Test
  void goesAtOnceBeforeItIsBound() {
    assertEquals("0/1 Terminating 0\n(deleted)\n", rows("nodeSelector: {no: such}", ""));
    assertEquals("0/1 Terminating 0\n(deleted)\n", rows("schedulingGates: [{name: g}]", ""));
  }

  @Test
  void endsAsUnknownWhereNoContainerEverRan() {
    String lost = "0/1 Terminating 0\n0/1 ContainerStatusUnknown 0\n(deleted)\n";
    assertEquals(lost, rows("", "envFrom: [{secretRef: {name: none}}]"));
    assertEquals(
        lost,
        rows(
            "volumes: [{name: v, secret: {secretName: none}}]",
            "volumeMounts: [{name: v, mountPath: /v}]"));
  }

  @Test
  void blamesTheFirstInitContainerThatNeverRan() {
    assertEquals(
        "0/1 Terminating 0\n0/1 Init:ContainerStatusUnknown 0\n(deleted)\n",
        rows("initContainers: [{name: i, image: 'absent:1'}]", ""));
  }

  @Test
  void leavesAppContainersWaitingWhereInitWasNotYetOver() {
    assertEquals("0/1 Terminating 0\n0/1 PodInitializing 0\n(deleted)\n", rows(POLITE_INIT, ""));
  }

  @Test
  void secondDeletionChangesNothing() {
    String once =
        Story.ofScript("sleep 3600", "", "terminationGracePeriodSeconds: 15")
            .delete("8s", "pod/p")
            .until("60s")
            .rows();
    String twice =
        Story.ofScript("sleep 3600", "", "terminationGracePeriodSeconds: 15")
            .delete("8s", "pod/p")
            .delete("12s", "pod/p")
            .until("60s")
            .rows();
    assertEquals(once, twice);
    assertEquals("0/1 Error 0\n(deleted)\n", twice.substring(twice.indexOf("0/1 Error")));
  }
}
