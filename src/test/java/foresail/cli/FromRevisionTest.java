package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --from git:REV}, on a repository with one commit. */
final class FromRevisionTest {
  private static final String CLASS =
      "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: high}\nvalue: 1\n";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path manifests;

  @BeforeEach
  void commit() throws IOException, InterruptedException {
    manifests = Files.createDirectories(folder.resolve("repo/k8s"));
    Files.writeString(manifests.resolve("high.yaml"), CLASS);
    Files.createDirectories(manifests.resolve(".hidden"));
    Files.writeString(manifests.resolve(".hidden/broken.yaml"), "a: [b\n");
    Files.writeString(manifests.resolve("notes.txt"), "none of ours");
    Assumptions.assumeTrue(git("init", "-q"));
    commitAll("first");
    Files.writeString(manifests.resolve("high.yaml"), CLASS.replace("value: 1", "value: 2"));
  }

  private void commitAll(String message) throws IOException, InterruptedException {
    git("add", "-A");
    git("-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-q", "-m", message);
  }

  private boolean git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .directory(folder.resolve("repo").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no git here
    }
  }

  private int check(String... arguments) {
    return run("check", arguments);
  }

  private int run(String command, String... arguments) {
    out.reset();
    err.reset();
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(arguments));
    return new CommandLineInterface(
            new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false))
        .run(words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSamePathsAtARevision() {
    for (String path : List.of("", "high.yaml")) {
      assertEquals(1, check(manifests.resolve(path).toString(), "--from", "git:HEAD"), err());
      assertTrue(out().contains("error: value: Forbidden: may not be changed in an update."));
      assertTrue(out().contains("::: git:HEAD:k8s/high.yaml:4:8"), out());
      assertTrue(out().endsWith("1 error in 1 document of 1 file\n"), out());
    }
  }

  @Test
  void anotherPathAtARevision() throws IOException {
    Path moved = Files.createDirectories(folder.resolve("repo/moved"));
    Files.move(manifests.resolve("high.yaml"), moved.resolve("high.yaml"));
    assertEquals(0, check(moved.toString(), "--from", "git:HEAD"));
    for (String path : List.of("k8s", "k8s/", "k8s/high.yaml")) {
      assertEquals(1, check(moved.toString(), "--from", "git:HEAD:" + path), path);
      assertTrue(out().contains("::: git:HEAD:k8s/high.yaml:4:8"), out());
    }
  }

  @Test
  void onlyChangedFiles() throws IOException, InterruptedException {
    String wrong = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndatta: {}\n";
    Files.writeString(manifests.resolve("known.yaml"), wrong.formatted("known"));
    Files.writeString(manifests.resolve("edited.yaml"), wrong.formatted("edited"));
    commitAll("second");
    Files.writeString(manifests.resolve("edited.yaml"), wrong.formatted("edited") + "# more\n");
    Files.writeString(manifests.resolve("added.yaml"), wrong.formatted("added"));
    String path = manifests.toString();
    assertEquals(1, check(path, "--changed-since", "HEAD"));
    assertTrue(out().contains("added.yaml:4:1: ") && out().contains("edited.yaml:4:1: "), out());
    assertTrue(!out().contains("known.yaml"), out());
    assertTrue(out().endsWith("2 errors in 4 documents of 4 files\n"), out());
    assertEquals(1, check(path, "--changed-since", "HEAD~1"));
    assertTrue(out().endsWith("3 errors in 4 documents of 4 files\n"), out());
    commitAll("third");
    assertEquals(0, check(path, "--changed-since", "HEAD"));
    // What changed on the other branch only is no change here.
    git("checkout", "-q", "-b", "side", "HEAD~1");
    Files.writeString(manifests.resolve("side.yaml"), wrong.formatted("side"));
    assertEquals(1, check(path, "--changed-since", "HEAD@{1}"));
    assertTrue(out().contains("side.yaml") && !out().contains("edited.yaml"), out());
    assertEquals(2, check(path, "--changed-since", "nowhere"));
    assertEquals(2, check(folder.toString(), "--changed-since", "HEAD"));
  }

  @Test
  void aRolloutFromARevision() throws IOException, InterruptedException {
    String pod =
        "apiVersion: v1\n"
            + "kind: Pod\n"
            + "metadata: {name: %s}\n"
            + "spec: {containers: [{name: a, image: a}]}\n";
    Path file = Files.writeString(manifests.resolve("pod.yaml"), pod.formatted("one"));
    commitAll("second");
    Files.writeString(file, pod.formatted("two"));
    assertEquals(0, run("predict", file.toString(), "--from", "git:HEAD", "--until", "20s"), err());
    assertTrue(out().contains("pod/one: ready\n"), out());
    assertTrue(out().contains("  0s     1/1     Running   0  "), out());
    assertTrue(out().contains("pod/two: ready\n"), out());
    assertTrue(err().contains("kubectl apply does not delete: Pod one\n"), err());
    assertEquals(2, run("predict", file.toString(), "--after", "3s"));
    assertEquals(0, run("predict", file.toString(), "--from", "git:HEAD", "--after", "1s"));
    assertTrue(out().contains("  0s     0/1     ContainerCreating   0  "), out());
  }

  @Test
  void aRolloutThatTheServerRefuses() throws IOException {
    String set =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: %s
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: db}]}
        """;
    Path older = Files.writeString(folder.resolve("older.yaml"), set.formatted("1"));
    String onDelete = set.formatted("2") + "  updateStrategy: {type: OnDelete%s}\n";
    Path newer = Files.writeString(folder.resolve("newer.yaml"), onDelete.formatted(""));
    assertEquals(0, run("predict", newer.toString(), "--from", older.toString()));
    assertTrue(out().startsWith("refused: StatefulSet \"db\" at 0s: spec.updateStrategy"), out());
    assertTrue(!out().contains("pod/db-1"), out());
    Files.writeString(newer, onDelete.formatted(", rollingUpdate: null"));
    assertEquals(0, run("predict", newer.toString(), "--from", older.toString()));
    assertTrue(out().contains("pod/db-1") && !out().contains("refused"), out());
  }

  @Test
  void theFilesThemselvesAreNoOtherVersion() {
    assertEquals(0, check(manifests.toString(), "--from", manifests.toString()));
  }

  @Test
  void whatIsNotThereIsAUsageError() {
    String from = " --from ";
    assertEquals(2, check(manifests.toString(), "--from", "git:nowhere"));
    assertEquals(
        "foresail:" + from + "git:nowhere: git knows no revision \"nowhere\" here\n", err());
    assertEquals(2, check(manifests.toString(), "--from", "git:--help"));
    assertEquals(2, check(manifests.toString(), "--from", "git:"));
    assertEquals(2, check(manifests.toString(), "--from", "git:HEAD:none"));
    assertEquals("foresail:" + from + "git:HEAD:none: \"none\" is not in that revision\n", err());
    assertEquals(2, check("-", "--from", "git:HEAD"));
    assertEquals(2, check(manifests.toString(), "--from", "nowhere"));
    assertEquals(2, check(folder.toString(), "--from", "git:HEAD"));
    assertEquals(
        "foresail:" + from + "git:HEAD: " + folder + " lies in no git repository\n", err());
  }
}
