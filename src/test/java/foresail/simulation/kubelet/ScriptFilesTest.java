package foresail.simulation.kubelet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What scripts find in a container, and what becomes of what they write. */
final class ScriptFilesTest {
  private static final String VOLUMES =
      "restartPolicy: Never\n" + "volumes: [{name: m, emptyDir: {medium: Memory, sizeLimit: 8Mi}}]";
  private static final String FIELDS =
      "resources: {limits: {memory: 16Mi}}\nvolumeMounts: [{name: m, mountPath: /m}]";

  private static void endsAs(String row, String script) {
    String rows = Story.ofScript(script, FIELDS, VOLUMES).until("20s").rows();
    assertTrue(rows.endsWith(row + "\n"), script + "\n" + rows);
  }

  private static void holds(String condition) {
    endsAs("0/1 Completed 0", condition);
    endsAs("0/1 Error 0", "! { " + condition + "; }");
  }

  @Test
  void programsOfTheImage() {
    holds("[ -x /bin/sh ]");
    holds("command -v wget > /dev/null");
    holds("! command -v curl");
    holds("/bin/sh -c 'exit 0'");
    holds("grep -q ^root: /etc/passwd");
  }

  @Test
  void filesThatTheKubeletMounts() {
    holds("grep -q default.svc.cluster.local /etc/resolv.conf");
    holds("[ \"$(cat /etc/hostname)\" = p ]");
    holds("grep -q \"^10.*p$\" /etc/hosts");
  }

  @Test
  void noRoomFailsTheProgramThatWrites() {
    holds("! head -c 20M /dev/zero > /m/x");
    holds("head -c 5M /dev/zero > /m/x");
    holds("dd if=/dev/zero of=/m/y bs=1M count=8; ! echo more > /m/z");
  }

  @Test
  void sharedMemoryCountsAsMemory() {
    endsAs("0/1 OOMKilled 0", "head -c 20M /dev/zero > /dev/shm/x; sleep 60");
  }
}
