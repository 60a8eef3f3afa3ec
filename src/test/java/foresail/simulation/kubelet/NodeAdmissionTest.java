package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.PodPrediction;
import org.junit.jupiter.api.Test;

/** Pods that the node itself does not take, whoever sent them there. */
final class NodeAdmissionTest {
  private static PodPrediction pod(String fields) {
    return Story.ofScript(Story.POLITE, "", fields).until("20s").pod();
  }

  @Test
  void refusesWhatDoesNotSuitIt() {
    for (String[] each :
        new String[][] {
          {"SysctlForbidden", "securityContext: {sysctls: [{name: kernel.msgmax, value: '1'}]}"},
          {"NodeAffinity", "nodeName: node-1\nnodeSelector: {disk: ssd}"},
          {"OutOfcpu", "nodeName: node-1\noverhead: {cpu: '5'}"}
        }) {
      PodPrediction pod = pod(each[1]);
      assertTrue(Story.rows(pod).endsWith("0/1 " + each[0] + " 0\n"), Story.rows(pod));
      assertEquals(1, Story.events(pod, each[0]).size());
    }
  }

  @Test
  void takesHarmlessSysctls() {
    String fields = "securityContext: {sysctls: [{name: net.ipv4.tcp_syncookies, value: '1'}]}";
    assertTrue(Story.rows(pod(fields)).endsWith("1/1 Running 0\n"));
  }
}
