package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines as users write them: exit status, standard output, standard error. */
final class CommandLineTest {
  private static final String GOOD =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {mode: fast}\n";
  private static final String BAD = GOOD.replace("\ndata:", "\ndatta:");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String in = "";
  private boolean terminal;
  private Map<String, String> environment = Map.of();
  private Path good;
  private Path bad;

  @BeforeEach
  void files() throws IOException {
    good = Files.writeString(folder.resolve("good.yaml"), GOOD);
    bad = Files.writeString(folder.resolve("bad.yaml"), BAD);
  }

  private int run(String... arguments) {
    return run(out, arguments);
  }

  private int run(OutputStream to, String... arguments) {
    out.reset();
    err.reset();
    return new CommandLineInterface(
            new Surroundings(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                to,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                terminal))
        .run(List.of(arguments));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void statusTellsWhetherSomethingWasFound() {
    assertEquals(0, run("check", good.toString()));
    assertEquals("nothing found in 1 document of 1 file\n", out());
    assertEquals(1, run("check", folder.toString()));
    assertTrue(out().contains("bad.yaml:4:1: error: "), out());
    assertTrue(out().endsWith("1 error in 2 documents of 2 files\n"), out());
    assertEquals("", err());
  }

  @Test
  void failOnSetsTheLimit() {
    assertEquals(0, run("check", "--fail-on", "never", bad.toString()));
    assertEquals(1, run("check", "--fail-on", "note", bad.toString()));
    assertEquals(2, run("check", "--fail-on", "bad", bad.toString()));
  }

  @Test
  void aReportIsWrittenInEveryFormat() throws IOException {
    Map<String, String> starts =
        Map.of(
            "json", "{\"version\"",
            "sarif", "{\"$schema\"",
            "github", "::error ",
            "junit", "<?xml",
            "markdown", "**1 error",
            "html", "<!doctype html>");
    for (Map.Entry<String, String> format : starts.entrySet()) {
      Path file = folder.resolve("report." + format.getKey());
      assertEquals(1, run("check", "--format", format.getKey() + "=" + file, bad.toString()));
      assertTrue(Files.readString(file).startsWith(format.getValue()), format.getKey());
    }
  }

  @Test
  void aPredictionIsWrittenInSeveralFormats() throws IOException {
    Path page = folder.resolve("page.html");
    Path chart = folder.resolve("chart.mmd");
    String html = "html=" + page;
    assertEquals(
        0,
        run(
            "predict",
            "--format",
            html,
            "--format=mermaid=" + chart,
            "--format=text",
            good.toString()));
    assertTrue(Files.readString(page).startsWith("<!doctype html>"));
    assertTrue(Files.readString(chart).startsWith("gantt\n"));
    assertTrue(out().endsWith("Kubernetes 1.36, the first 15m\n"), out());
    assertEquals(2, run("predict", "--format", "pdf", good.toString()));
    assertTrue(err().contains("--format pdf: choose text, json, svg, html, mermaid or markdown"));
    assertEquals(2, run("predict", "--format=svg", "--format=json", good.toString()));
  }

  @Test
  void whatDoesNotParseFailsWhateverTheLimit() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "a: [b\n");
    assertEquals(1, run("check", "--fail-on", "never", broken.toString()));
  }

  @Test
  void aPathThatIsNotThereIsAUsageError() {
    assertEquals(2, run("check", "nowhere.yaml", good.toString()));
    assertEquals("foresail: nowhere.yaml: no such file or folder\n", err());
    assertEquals("", out());
  }

  @Test
  void standardInput() {
    in = BAD;
    assertEquals(1, run("check", "-"));
    assertTrue(out().startsWith("-:4:1: error: "), out());
  }

  @Test
  void misspeltWordsGetAHint() {
    assertEquals(2, run("chek"));
    assertEquals("foresail: there is no command chek; did you mean foresail check?\n", err());
    assertEquals(2, run("check", "--fromat", "json"));
    assertTrue(err().contains("unknown option --fromat; did you mean --format?"), err());
    assertEquals(2, run("check", "--kubernetes"));
    assertEquals("foresail: RELEASE is missing; try foresail check --help\n", err());
    assertEquals(2, run("check", "--format", "xml"));
    assertEquals(
        "foresail: --format xml: choose text, json, sarif, github, junit, markdown or html\n",
        err());
    assertEquals(2, run("check", "--jobs", "0"));
    assertEquals(2, run("check", "--kubernetes", "1.5"));
    assertEquals(2, run());
    assertEquals(2, run("--format"));
  }

  @Test
  void helpGoesToStandardOutput() {
    for (List<String> line :
        List.of(List.of("--help"), List.of("help", "check"), List.of("check", "-h"))) {
      assertEquals(0, run(line.toArray(new String[0])), line::toString);
      assertTrue(out().contains("Usage: foresail"), line::toString);
      assertEquals("", err());
    }
    assertEquals(0, run("--version"));
    assertTrue(out().startsWith("foresail "), out());
  }

  @Test
  void explainKnowsRulesAndWords() {
    assertEquals(0, run("explain", "unknown-field"));
    assertTrue(out().startsWith("unknown-field: ") && out().contains("\nwhy:\n"), out());
    for (String word : List.of("CrashLoopBackOff", "Init:1/3", "Init:Error")) {
      assertEquals(0, run("explain", word), word);
    }
    assertEquals(2, run("explain", "CrashLopBackOff"));
    assertTrue(err().contains("did you mean CrashLoopBackOff?"), err());
    assertEquals(2, run("explain"));
  }

  @Test
  void rulesAreListed() {
    assertEquals(0, run("rules"));
    assertTrue(out().contains("\nunknown-field "), out());
    assertEquals(0, run("rules", "--format", "json"));
    assertTrue(out().startsWith("[\n{\"id\": "), out());
    assertEquals(0, run("rules", "--format", "markdown"));
    assertTrue(out().startsWith("| rule |"), out());
    assertEquals(2, run("rules", "--format", "xml"));
  }

  @Test
  void predictTellsRowsAndEnds() throws IOException {
    Path pod =
        Files.writeString(
            folder.resolve("pod.yaml"),
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              restartPolicy: Never
              containers:
                - {name: c, image: busybox, command: [sh, -c, "sleep 3"]}
            """);
    assertEquals(0, run("predict", pod.toString(), "--until", "20s"));
    assertTrue(out().startsWith("pod/p: "), out());
    assertTrue(out().contains("   0/1     ContainerCreating   0"), out());
    assertEquals(0, run("predict", pod.toString(), "--format", "json", "--until", "20s"));
    assertTrue(out().startsWith("{\"version\": 1, "), out());
    assertTrue(out().contains("\"horizon\": 20.0"), out());
    assertEquals(2, run("predict", "--until", "soon", pod.toString()));
    assertEquals(2, run("predict", "--fail-on-end", "bad", pod.toString()));
    assertEquals(2, run("predict", "--scenario", "x.yaml", pod.toString()));
    assertEquals(2, run("predict", "nowhere.yaml"));
  }

  @Test
  void severalFormatsAtOnce() throws IOException {
    Path json = folder.resolve("out.json");
    assertEquals(1, run("check", "--format", "github", "--format", "json=" + json, bad.toString()));
    assertTrue(out().startsWith("::error file="), out());
    assertTrue(Files.readString(json).startsWith("{\"version\": 1, "));
    assertEquals(2, run("check", "--format", "github,json", bad.toString()));
    assertEquals(1, run("check", "--format", "json", "--output", json.toString(), bad.toString()));
    assertEquals("", out());
  }

  @Test
  void coloursOnlyWhereTheyAreWanted() {
    run("check", bad.toString());
    assertTrue(!out().contains("\u001b"), out());
    terminal = true;
    run("check", bad.toString());
    assertTrue(out().contains("\u001b[1;31m"), out());
    environment = Map.of("NO_COLOR", "1");
    run("check", bad.toString());
    assertTrue(!out().contains("\u001b"), out());
    run("check", "--color", "always", bad.toString());
    assertTrue(out().contains("\u001b[1;31m"), out());
  }

  @Test
  void aWrongConfigIsAUsageErrorWithItsPlaces() throws IOException {
    Path config = Files.writeString(folder.resolve("config"), "exclud: [a]\nfail-on: bad\n");
    assertEquals(2, run("check", "--config", config.toString(), good.toString()));
    assertEquals(
        "foresail: "
            + config
            + ":1:1: unknown key \"exclud\"; did you mean exclude?\n"
            + "foresail: "
            + config
            + ":2:10: \"fail-on\" should be one of error, warning, note, never and is \"bad\"\n",
        err());
  }

  @Test
  void nobodyReadsAnyMore() {
    assertEquals(1, run(failing("Broken pipe"), "check", bad.toString()));
    assertEquals("", err());
  }

  @Test
  void aFullDiskIsToldInOneLine() {
    assertEquals(3, run(failing("No space left on device"), "check", bad.toString()));
    assertEquals("foresail: standard output cannot be written: No space left on device\n", err());
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void ourOwnFaultIsOneLineAndNoStackTrace() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int octet) {
            throw new IllegalStateException("out of order\nsecond line");
          }
        };
    assertEquals(3, run(broken, "check", bad.toString()));
    assertEquals(
        "foresail: IllegalStateException: out of order\n"
            + "foresail: this is a fault of Foresail; FORESAIL_DEBUG=1 tells more for a report\n",
        err());
    environment = Map.of("FORESAIL_DEBUG", "1");
    run(broken, "check", bad.toString());
    assertTrue(err().contains("\tat foresail."), err());
  }
}
