package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.PodPrediction;
import org.junit.jupiter.api.Test;

/** Scripts that wait for other objects with kubectl. */
final class KubectlTest {
  private static final String WEB =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        containers:
        - name: a
          image: server:1
          readinessProbe: {httpGet: {port: 80}, initialDelaySeconds: 6, periodSeconds: 1}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """;

  private static PodPrediction waits(String command) {
    String fields = "restartPolicy: Never";
    return Story.of(
            Story.pod(command, "", fields).replace("busybox:1.36", "tools:1") + "---\n" + WEB)
        .until("60s")
        .pod();
  }

  private static void endsBetween(double low, double high, String row, PodPrediction pod) {
    String rows = Story.rows(pod);
    assertTrue(rows.endsWith("0/1 " + row + " 0\n"), rows);
    double at = Story.first(pod, row, 0).orElseThrow();
    assertTrue(at >= low && at <= high, row + " at " + at);
  }

  @Test
  void waitForAPodToBeReady() {
    endsBetween(6, 9, "Completed", waits("kubectl wait --for=condition=Ready pod/web"));
    endsBetween(6, 9, "Completed", waits("kubectl wait --for=condition=ready pod -l app=web"));
    endsBetween(3, 5, "Error", waits("kubectl wait --for=condition=Ready --timeout=3s pod web"));
  }

  @Test
  void failAtOnceWhereThereIsNoSuchObject() {
    endsBetween(0, 2, "Error", waits("kubectl wait --for=condition=Available deploy/none"));
    endsBetween(0, 2, "Error", waits("kubectl get svc none"));
    endsBetween(0, 2, "Completed", waits("kubectl get svc web && kubectl wait --for=delete pod/x"));
  }

  @Test
  void waitForThePodsBehindAService() {
    endsBetween(6, 10, "Completed", waits("wait_for.sh service web"));
    PodPrediction pod = waits("wait_for.sh job never");
    assertEquals("1/1 Running 0", Story.rows(pod).lines().reduce((a, b) -> b).orElseThrow());
  }

  @Test
  void takeWhatElseKubectlDoesForGranted() {
    endsBetween(1, 4, "Error", waits("kubectl apply -f x.yaml && exit 3"));
  }
}
