package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.SequenceNode;
import foresail.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The GitHub Action and the pre-commit hook, run as their hosts run them. */
final class IntegrationsTest {
  private static final String BAD = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspek: {}\n";

  @TempDir Path scratch;

  private InstalledCopy copy;
  private Path work;

  @BeforeEach
  void install() throws IOException {
    Assumptions.assumeTrue(InstalledCopy.canRun("bash"));
    copy = new InstalledCopy(scratch.resolve("foresail"));
    InstalledCopy.writeJar(copy.jar());
    work = Files.createDirectories(scratch.resolve("work"));
    Files.writeString(work.resolve("bad.yaml"), BAD);
  }

  /** The script of a step of action.yml. */
  private static String script(String id) throws IOException {
    String action = Files.readString(Path.of("action.yml"));
    Node root =
        new SourceReader(ReadOptions.standard())
            .readText("action.yml", action)
            .skipped()
            .get(0)
            .root()
            .get();
    SequenceNode steps = (SequenceNode) root.at("runs", "steps").get();
    return steps.items().stream()
        .filter(step -> step.string("id").orElse("").equals(id))
        .findFirst()
        .flatMap(step -> step.string("run"))
        .get();
  }

  private InstalledCopy.Ended step(String id, Map<String, String> inputs) throws Exception {
    Map<String, String> environment = new HashMap<>(inputs);
    environment.put("GITHUB_ACTION_PATH", copy.folder().toString());
    for (String file : List.of("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")) {
      environment.put(file, Files.writeString(scratch.resolve(file), "").toString());
    }
    environment.put("RUNNER_TEMP", scratch.toString());
    // As a runner starts a step whose shell is bash.
    return InstalledCopy.run(
        work, environment, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script(id));
  }

  private String written(String file) throws IOException {
    return Files.readString(scratch.resolve(file));
  }

  @Test
  void theActionAnnotatesCountsAndFails() throws Exception {
    var ended =
        step(
            "check",
            Map.of("FORESAIL_PATH", ".", "FORESAIL_FAIL_ON", "error", "FORESAIL_ARGS", "--quiet"));
    assertEquals(1, ended.status(), ended.err());
    assertTrue(ended.out().startsWith("::error file=bad.yaml,line=4,"), ended.out());
    assertEquals(
        "findings=1\nreport=" + scratch.resolve("foresail.json") + "\n", written("GITHUB_OUTPUT"));
    assertEquals("Foresail found 1.\n", written("GITHUB_STEP_SUMMARY"));
    assertEquals(copy.folder() + "\n", written("GITHUB_PATH"));
    assertTrue(written("foresail.json").startsWith("{\"version\": 1"));
  }

  @Test
  void theActionPassesWhereNothingIsFound() throws Exception {
    Files.writeString(work.resolve("bad.yaml"), BAD.replace("spek: {}\n", ""));
    Files.createDirectories(work.resolve("other"));
    var ended =
        step(
            "check",
            Map.of("FORESAIL_PATH", "other", "FORESAIL_FAIL_ON", "error", "FORESAIL_ARGS", ""));
    assertEquals(0, ended.status(), ended.err());
    assertTrue(written("GITHUB_OUTPUT").startsWith("findings=0\n"));
  }

  @Test
  void theActionTellsOfWrongOptions() throws Exception {
    var ended =
        step("check", Map.of("FORESAIL_PATH", ".", "FORESAIL_FAIL_ON", "bad", "FORESAIL_ARGS", ""));
    assertEquals(2, ended.status());
    assertTrue(ended.err().startsWith("foresail: --fail-on bad"), ended.err());
    assertEquals("", written("GITHUB_OUTPUT"));
  }

  @Test
  void theActionFindsTheJavaThatIsThere() throws Exception {
    assertEquals(0, step("java", Map.of()).status());
    assertEquals("found=true\n", written("GITHUB_OUTPUT"));
  }

  @Test
  void theHookStopsABadCommit() throws Exception {
    Assumptions.assumeTrue(InstalledCopy.canRun("pre-commit") && InstalledCopy.canRun("git"));
    git(copy.folder(), "init", "-q");
    git(copy.folder(), "add", "-f", ".");
    git(copy.folder(), "commit", "-q", "-m", "All");
    String revision = git(copy.folder(), "rev-parse", "HEAD").strip();
    Files.writeString(
        work.resolve(".pre-commit-config.yaml"),
        """
        repos:
          - repo: %s
            rev: %s
            hooks: [{id: foresail}]
        """
            .formatted(copy.folder(), revision));
    git(work, "init", "-q");
    git(work, "add", ".");
    Map<String, String> home = Map.of("PRE_COMMIT_HOME", scratch.resolve("cache").toString());
    var ended = InstalledCopy.run(work, home, "pre-commit", "run", "--color", "never");
    assertEquals(1, ended.status(), ended.out() + ended.err());
    assertTrue(ended.out().contains("bad.yaml:4:1: error: "), ended.out());

    Files.writeString(work.resolve("bad.yaml"), "kind: List\napiVersion: v1\nitems: []\n");
    git(work, "add", ".");
    ended = InstalledCopy.run(work, home, "pre-commit", "run", "--color", "never");
    assertEquals(0, ended.status(), ended.out() + ended.err());
  }

  private static String git(Path in, String... arguments) throws Exception {
    String[] command = new String[arguments.length + 5];
    command[0] = "git";
    command[1] = "-c";
    command[2] = "user.name=t";
    command[3] = "-c";
    command[4] = "user.email=t@example.com";
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    var ended = InstalledCopy.run(in, Map.of("GIT_CONFIG_GLOBAL", "/dev/null"), command);
    assertEquals(0, ended.status(), ended.out() + ended.err());
    return ended.out();
  }
}
