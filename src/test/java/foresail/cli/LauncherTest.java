package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as a shell runs it. */
final class LauncherTest {
  private static final String BAD = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspek: {}\n";

  @TempDir Path scratch;

  private InstalledCopy copy;
  private Path work;

  @BeforeEach
  void install() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    copy = new InstalledCopy(scratch.resolve("a clone"));
    work = Files.createDirectories(scratch.resolve("work"));
    Files.writeString(work.resolve("bad.yaml"), BAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "dash", "bash", "busybox"})
  void everyShellRunsIt(String shell) throws Exception {
    Assumptions.assumeTrue(InstalledCopy.canRun(shell));
    InstalledCopy.writeJar(copy.jar());
    List<String> command = new ArrayList<>(List.of(shell));
    if (shell.equals("busybox")) {
      command.add("sh");
    }
    command.addAll(List.of(copy.launcher().toString(), "check", "bad.yaml"));
    var ended = InstalledCopy.end(InstalledCopy.start(work, Map.of(), command));
    assertEquals(1, ended.status(), ended.err());
    assertTrue(ended.out().startsWith("bad.yaml:4:1: error: "), ended.out());
    assertEquals("", ended.err());
  }

  @Test
  void aLinkLeadsToIt() throws Exception {
    InstalledCopy.writeJar(copy.jar());
    Path bin = Files.createDirectories(scratch.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("first"), Path.of("../a clone/foresail"));
    Files.createSymbolicLink(bin.resolve("foresail"), Path.of("first"));
    var ended =
        InstalledCopy.run(work, Map.of(), bin.resolve("foresail").toString(), "check", "bad.yaml");
    assertEquals(1, ended.status(), ended.err());
  }

  /** A folder that looks like a Java and only says with which words it was started. */
  private Path fakeJava(String name, String version) throws IOException {
    Path home = scratch.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "X=\"1\"\nJAVA_VERSION=\"" + version + "\"\n");
    Path java = home.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\necho " + name + " \"$@\"\n");
    java.toFile().setExecutable(true);
    return home;
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "21-ea", "99.1"})
  void javaHomeComesFirst(String version) throws Exception {
    InstalledCopy.writeJar(copy.jar());
    var ended =
        InstalledCopy.run(
            work,
            Map.of("JAVA_HOME", fakeJava("mine", version).toString()),
            copy.launcher().toString(),
            "check",
            "two words");
    assertTrue(ended.out().startsWith("mine "), ended.out() + ended.err());
    assertTrue(ended.out().endsWith("foresail.jar check two words\n"), ended.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_392", "16.0.2", "11"})
  void aJavaThatIsTooOldIsPassedOver(String version) throws Exception {
    InstalledCopy.writeJar(copy.jar());
    Path newest = fakeJava("newest", "999.0.1");
    var ended =
        InstalledCopy.run(
            work,
            Map.of(
                "JAVA_HOME",
                fakeJava("old", version).toString(),
                "PATH",
                newest.resolve("bin") + ":/usr/bin:/bin"),
            copy.launcher().toString(),
            "--version");
    assertTrue(ended.out().startsWith("newest "), ended.out() + ended.err());
  }

  /** A build that takes a moment, counts itself, and puts the jar where it is told. */
  private Path fakeBuild() throws IOException {
    InstalledCopy.writeJar(scratch.resolve("made.jar"));
    Path log = scratch.resolve("builds");
    Files.writeString(
        copy.folder().resolve("mvnw"),
        """
        #!/bin/sh
        echo built >>"%s"
        sleep 1
        for word in "$@"; do
          case $word in
            -Dforesail.jar=*) cp "%s" "${word#*=}" ;;
          esac
        done
        """
            .formatted(log, scratch.resolve("made.jar")));
    return log;
  }

  @Test
  void runsAtOnceBuildTheJarOnce() throws Exception {
    Path log = fakeBuild();
    List<Process> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(
          InstalledCopy.start(
              work, Map.of(), List.of(copy.launcher().toString(), "check", "bad.yaml")));
    }
    StringBuilder said = new StringBuilder();
    for (Process run : runs) {
      var ended = InstalledCopy.end(run);
      assertEquals(1, ended.status(), ended.err());
      assertTrue(ended.out().startsWith("bad.yaml:4:1: error: "), ended.out());
      said.append(ended.err());
    }
    assertEquals(List.of("built"), Files.readAllLines(log));
    assertEquals(1, said.toString().lines().count(), said.toString());
    assertTrue(said.toString().startsWith("foresail: building "), said.toString());
    assertFalse(Files.exists(copy.folder().resolve("target/.lock")));
  }

  @Test
  void aLockWhoseOwnerIsGoneDoesNotCount() throws Exception {
    Path log = fakeBuild();
    Path lock = Files.createDirectories(copy.folder().resolve("target/.lock"));
    Process owner = new ProcessBuilder("true").start();
    owner.waitFor();
    Files.writeString(lock.resolve("owner"), owner.pid() + "\n");
    var ended = InstalledCopy.run(work, Map.of(), copy.launcher().toString(), "check", "bad.yaml");
    assertEquals(1, ended.status(), ended.err());
    assertEquals(List.of("built"), Files.readAllLines(log));
  }

  @Test
  void aChangedSourceBuildsAnew() throws Exception {
    Path log = fakeBuild();
    Path source = copy.folder().resolve("src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class A {}");
    String launcher = copy.launcher().toString();
    InstalledCopy.run(work, Map.of(), launcher, "--version");
    InstalledCopy.run(work, Map.of(), launcher, "--version");
    assertEquals(List.of("built"), Files.readAllLines(log));
    Thread.sleep(20);
    Files.writeString(source, "class A { }");
    InstalledCopy.run(work, Map.of(), launcher, "--version");
    assertEquals(List.of("built", "built"), Files.readAllLines(log));
  }

  @Test
  void whatAnotherJarTaughtIsForgotten() throws Exception {
    InstalledCopy.writeJar(copy.jar());
    String home = fakeJava("mine", "17.0.1").toString();
    Path archive = copy.jar().resolveSibling("foresail-17000001" + home.replace('/', '_') + ".jsa");
    Files.writeString(archive, "learnt");
    String[] run = {copy.launcher().toString(), "--version"};
    var with = InstalledCopy.run(work, Map.of("JAVA_HOME", home), run);
    assertTrue(with.out().contains("-XX:SharedArchiveFile=" + archive), with.out());
    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minusSeconds(60)));
    var without = InstalledCopy.run(work, Map.of("JAVA_HOME", home), run);
    assertFalse(without.out().contains("SharedArchiveFile"), without.out());
  }

  @Test
  void aBuildThatFailsIsToldAndLeavesNoLock() throws Exception {
    Files.writeString(copy.folder().resolve("mvnw"), "echo no network >&2\nexit 1\n");
    var ended = InstalledCopy.run(work, Map.of(), copy.launcher().toString(), "--version");
    assertEquals(3, ended.status());
    assertTrue(
        ended.err().endsWith("no network\nforesail: the build failed; what it said stands above\n"),
        ended.err());
    assertFalse(Files.exists(copy.folder().resolve("target/.lock")));
  }
}
