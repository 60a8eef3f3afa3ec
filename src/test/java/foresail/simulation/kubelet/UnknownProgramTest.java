package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Programs and answers of which nothing is known do not make others fail. */
final class UnknownProgramTest {
  private static void runsOn(String pod) {
    String rows = Story.of(pod).until("60s").rows();
    assertTrue(rows.endsWith("1/1 Running 0\n"), rows);
  }

  private static String pod(String init, String main) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  initContainers:\n  - {name: i,"
        + init
        + ", volumeMounts: [{name: d, mountPath: /d}]}\n  containers:\n  - {name: a,"
        + main
        + ", volumeMounts: [{name: d, mountPath: /d}]}\n  volumes: [{name: d, emptyDir: {}}]\n";
  }

  @Test
  void mayHaveWrittenWhatAnotherContainerReads() {
    String reads = " image: 'busybox:1.36', command: [sh, -c, 'cat /d/config && sleep 1000']";
    runsOn(pod(" image: 'example.com/fetch:1'", reads));
    runsOn(pod(" image: 'example.com/fetch:1', command: [sh, -c, 'fetch --all']", reads));
    String empty = pod(" image: 'busybox:1.36', command: ['true']", reads);
    assertTrue(!Story.of(empty).until("30s").rows().endsWith("1/1 Running 0\n"));
  }

  @Test
  void canBeCopiedAndRun() {
    runsOn(
        pod(
            " image: 'example.com/tool:1', command: [cp, -n, /usr/local/bin/tool, /d/tool]",
            " image: 'example.com/app:1', command: [/d/tool, run]"));
    runsOn(
        pod(
            " image: 'example.com/tool:1', command: [sh, -c, 'cp -r /app/. /d']",
            " image: 'example.com/app:1', command: [/d/bin/start]"));
  }

  @Test
  void mayAnswerWhatAProbeLooksFor() {
    runsOn(
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: a\n"
            + "    image: example.com/app:1\n    readinessProbe: {exec: {command: [sh, -c, 'curl -s"
            + " localhost:8080/health | grep -q UP']}}\n");
  }

  @Test
  void knowTheVariablesOfServices() {
    String service =
        "apiVersion: v1\nkind: Service\nmetadata: {name: my-db}\n"
            + "spec: {selector: {app: db}, ports: [{name: sql, port: 5432}]}\n---\n";
    String script =
        "printenv MY_DB_SERVICE_HOST MY_DB_SERVICE_PORT_SQL MY_DB_PORT_5432_TCP_ADDR"
            + " KUBERNETES_PORT_443_TCP_PROTO";
    for (String[] each : new String[][] {{"true", "Completed"}, {"false", "Error"}}) {
      String pod = Story.pod(script, "", "restartPolicy: Never\nenableServiceLinks: " + each[0]);
      assertEquals(
          "0/1 " + each[1] + " 0",
          Story.of(service + pod).until("20s").rows().lines().reduce((a, b) -> b).orElseThrow());
    }
  }
}
