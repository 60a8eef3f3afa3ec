package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What containers may do that do not run as root. */
final class UserTest {
  private static final String SECRET =
      "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {k: v}\n---\n";
  private static final String MOUNTS =
      "volumeMounts: [{name: e, mountPath: /e}, {name: s, mountPath: /s}, {name: h, mountPath:"
          + " /h}]";
  private static final String VOLUMES =
      "volumes: [{name: e, emptyDir: {}}, {name: s, secret: {secretName: s, defaultMode: 256}},"
          + " {name: h, hostPath: {path: /data}}]";

  private static boolean succeeds(String script, String context) {
    String pod =
        Story.pod(
            script, MOUNTS, "restartPolicy: Never\nsecurityContext: {" + context + "}\n" + VOLUMES);
    return Story.of(SECRET + pod).until("20s").rows().endsWith("0/1 Completed 0\n");
  }

  private static void onlyRootCan(String script) {
    assertTrue(succeeds(script, "runAsUser: 0"), script);
    assertTrue(!succeeds(script, "runAsUser: 1000"), script);
  }

  private static void everybodyCan(String script) {
    assertTrue(succeeds(script, "runAsUser: 1000"), script);
  }

  @Test
  void writeWhereTheyMay() {
    everybodyCan("touch /tmp/x && touch /e/x && echo done > /dev/termination-log");
    everybodyCan("mkdir -p /tmp && mkdir -p /e/a/b && rm -rf /e/a");
    onlyRootCan("touch /x");
    onlyRootCan("echo a > /etc/motd");
    onlyRootCan("mkdir /data");
    onlyRootCan("touch /h/x");
  }

  @Test
  void readSecretsThatAreTheirs() {
    onlyRootCan("cat /s/k");
    assertTrue(succeeds("cat /s/k", "runAsUser: 1000, fsGroup: 2000"));
    everybodyCan("[ \"$(id -u)\" = 1000 ]");
  }
}
