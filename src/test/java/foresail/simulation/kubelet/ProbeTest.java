package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.PodPrediction;
import org.junit.jupiter.api.Test;

/** Probes that fail, each in its own way. */
final class ProbeTest {
  private static final String LOOPS =
      """
      0/1 Pending 0
      0/1 ContainerCreating 0
      1/1 Running 0
      1/1 Running 1
      """;

  private static PodPrediction liveness(String handler) {
    return Story.ofScript(
            Story.POLITE,
            "livenessProbe: {" + handler + ", periodSeconds: 4, failureThreshold: 2}",
            "")
        .until("15s")
        .pod();
  }

  private static PodPrediction server(String probe, String facts) {
    return Story.of(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n"
                + "  - {name: a, image: 'server:1', readinessProbe: {"
                + probe
                + ", periodSeconds: 2}}\n")
        .with("containers: [{match: \"Pod/p/a\", " + facts + "}]\n")
        .until("20s")
        .pod();
  }

  private static void failsSaying(String words, PodPrediction pod) {
    assertTrue(Story.rows(pod).endsWith("0/1 Running 0\n"), Story.rows(pod));
    assertEquals("Readiness probe failed: " + words, Story.events(pod, "Unhealthy").get(0));
  }

  private static void passes(PodPrediction pod) {
    assertTrue(Story.rows(pod).endsWith("1/1 Running 0\n"), Story.rows(pod));
  }

  @Test
  void restartTheContainerWhicheverHandlerFails() {
    assertEquals(LOOPS, Story.rows(liveness("exec: {command: [cat, /none]}")));
    assertEquals(LOOPS, Story.rows(liveness("tcpSocket: {port: 81}")));
    assertEquals(LOOPS, Story.rows(liveness("httpGet: {path: /, port: 81}")));
    assertEquals(LOOPS, Story.rows(liveness("grpc: {port: 81}")));
  }

  @Test
  void neverFailWhereTheirPortHasNoNumber() {
    PodPrediction pod = liveness("httpGet: {path: /, port: web}");
    assertTrue(Story.rows(pod).endsWith("1/1 Running 0\n"));
    assertTrue(Story.events(pod, "Unhealthy").get(0).contains("errored"));
  }

  @Test
  void waitTheirWholeTimeoutForAGrpcServerThatIsNotThere() {
    PodPrediction pod = server("grpc: {port: 50051}, timeoutSeconds: 2", "serves: {}");
    String words =
        "timeout: failed to connect service \"10.88.0.1:50051\" within 2s: context deadline"
            + " exceeded";
    failsSaying(words, pod);
  }

  @Test
  void takeNoWebServerForAGrpcServer() {
    PodPrediction pod = server("grpc: {port: 80}", "serves: {80: {\"/\": 200}}");
    assertTrue(Story.events(pod, "Unhealthy").get(0).contains("failed to connect service"));
  }

  @Test
  void askAGrpcServerForOneService() {
    String facts =
        "serves: {50051: {\"/grpc.health.v1.Health/Check\": 200,"
            + " \"/grpc.health.v1.Health/Check?service=shop\": 503}}";
    passes(server("grpc: {port: 50051}", facts));
    failsSaying(
        "service unhealthy (responded with \"NOT_SERVING\")",
        server("grpc: {port: 50051, service: shop}", facts));
  }

  @Test
  void sayThatAGrpcServerTellsNoHealth() {
    failsSaying(
        "error: this server does not implement the grpc health protocol (grpc.health.v1.Health):"
            + " unknown service grpc.health.v1.Health",
        server("grpc: {port: 50051}", "serves: {50051: {\"/grpc.health.v1.Health/Check\": 501}}"));
  }

  @Test
  void getNoEncryptedAnswerFromAPlainServer() {
    PodPrediction pod = server("httpGet: {port: 80, scheme: HTTPS}", "serves: {80: {\"/\": 200}}");
    assertTrue(
        Story.events(pod, "Unhealthy").get(0).endsWith("gave HTTP response to HTTPS client"));
  }
}
