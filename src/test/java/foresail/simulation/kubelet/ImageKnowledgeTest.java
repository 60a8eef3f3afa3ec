package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Containers of common public images of which the user says nothing. */
final class ImageKnowledgeTest {
  private static Story container(String image, String fields) {
    return Story.of(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  restartPolicy: Never\n"
                + "  containers:\n  - {name: a, image: '"
                + image
                + "'"
                + (fields.isEmpty() ? "" : ", " + fields)
                + "}\n")
        .on("kubernetes: \"1.36\"\n")
        .until("60s");
  }

  private static void endsAs(String row, Story story) {
    String rows = story.rows();
    assertTrue(rows.endsWith(row + "\n"), rows);
  }

  @Test
  void shellsEndAtOnceUnlessTheirInputStaysOpen() {
    endsAs("0/1 Completed 0", container("ubuntu:24.04", ""));
    endsAs("0/1 Completed 0", container("mirror.gcr.io/library/debian", ""));
    endsAs("1/1 Running 0", container("ubuntu:24.04", "tty: true"));
    endsAs("1/1 Running 0", container("alpine", "stdin: true"));
    endsAs("0/1 Completed 0", container("hello-world", ""));
  }

  @Test
  void argumentsReplaceAnImagesCommand() {
    endsAs("0/1 Error 0", container("alpine", "args: [sh, -c, 'sleep 2; exit 4']"));
    endsAs("0/1 Error 0", container("nginx", "args: [sh, -c, 'sleep 2; exit 4']"));
    endsAs("0/1 Error 0", container("example.com/app", "args: [sh, -c, 'sleep 2; exit 4']"));
  }

  @Test
  void databasesNeedAPassword() {
    endsAs("0/1 Error 0", container("postgres:16", ""));
    endsAs(
        "1/1 Running 0",
        container("postgres:16", "env: [{name: POSTGRES_PASSWORD, value: secret}]"));
    Prediction told = container("mysql:8", "").tell();
    assertTrue(told.assumptions().get(0).because().contains("MYSQL_ROOT_PASSWORD"));
    assertTrue(told.assumptions().get(0).because().contains("hub.docker.com/_/mysql"));
  }

  @Test
  void answerOnTheirOwnPortsAndPaths() {
    String probe = "readinessProbe: {periodSeconds: 1, httpGet: ";
    endsAs("1/1 Running 0", container("nginx", probe + "{port: 80}}"));
    endsAs("0/1 Running 0", container("nginx", probe + "{port: 8080}}"));
    endsAs("0/1 Running 0", container("nginx", probe + "{port: 80, path: /healthz}}"));
  }

  @Test
  void mayAnswerAnywhereWhereTheyAreSetUp() {
    String fields = "env: [{name: LISTEN_PORT, value: '8080'}], readinessProbe: ";
    endsAs("1/1 Running 0", container("nginx", fields + "{tcpSocket: {port: 8080}}"));
  }

  @Test
  void runAsTheUserOfTheImage() {
    String nonRoot = "securityContext: {runAsNonRoot: true}";
    endsAs("0/1 CreateContainerConfigError 0", container("nginx", nonRoot));
    endsAs("1/1 Running 0", container("nginxinc/nginx-unprivileged", nonRoot));
    PodPrediction pod = container("prom/prometheus", nonRoot).pod();
    assertTrue(Story.events(pod, "Failed").get(0).contains("image has non-numeric user (nobody)"));
  }

  @Test
  void haveNoShellWhereNothingButTheProgramIsInThem() {
    PodPrediction pod =
        container("gcr.io/distroless/static", "command: [sh, -c, 'sleep 100']").pod();
    assertEquals(
        List.of(true),
        Story.events(pod, "Failed").stream().map(text -> text.contains("not found")).toList());
  }
}
