package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, reading ends soon, and ends with a finding that has a place. */
final class BadInputTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  private static Sources text(String text) {
    return assertTimeoutPreemptively(
        SOON, () -> new SourceReader(ReadOptions.standard()).readText("t.yaml", text));
  }

  private static Sources files(Path... paths) {
    return assertTimeoutPreemptively(
        SOON,
        () ->
            new SourceReader(ReadOptions.standard())
                .read(List.of(paths), InputStream.nullInputStream()));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.write(path, bytes);
  }

  private static String only(Sources sources) {
    assertEquals(1, sources.problems().size(), () -> sources.problems().toString());
    Problem problem = sources.problems().get(0);
    Span at = problem.at().span();
    return problem.ruleId() + " " + at.line() + ":" + at.column() + " " + problem.message();
  }

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";

  @Test
  void damagedFilesParseOrHaveAProblemInThem() {
    long seed = Long.getLong("seed", 1);
    System.out.println("seed " + seed);
    Mutator mutator = new Mutator(seed);
    for (SourceFile file : Corpus.files()) {
      if (file.text().isEmpty()) {
        continue;
      }
      String damaged = mutator.mutate(file.text());
      Sources sources = text(damaged);
      for (Problem problem : sources.problems()) {
        Span at = problem.at().span();
        int lines = at.file().lineCount();
        assertTrue(
            at.line() >= 1 && at.line() <= lines + 1 && at.column() >= 1,
            () -> "seed " + seed + " " + problem + "\n" + damaged);
        assertTrue(
            at.column() <= at.file().line(at.line()).length() + 1,
            () -> "seed " + seed + " " + problem + "\n" + damaged);
        assertFalse(problem.message().isBlank());
      }
    }
  }

  @Test
  void unparseableFilesOfTheCorpusAreFindingsAtTheRightLine() {
    Path unparseable = Corpus.folder().resolve("unparseable");
    List<String> lines =
        files(unparseable).problems().stream()
            .map(p -> p.ruleId() + " " + p.at().span().line())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "yaml-syntax 11",
            "yaml-syntax 17",
            "yaml-syntax 25",
            "yaml-syntax 26",
            "yaml-syntax 26",
            "yaml-syntax 28",
            "yaml-syntax 37",
            "yaml-syntax 38",
            "yaml-syntax 5",
            "yaml-syntax 80"),
        lines);
  }

  @Test
  void anAliasBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String below = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (below + ", ").repeat(9) + below + "]\n");
    }
    assertTrue(only(text(POD + bomb)).contains("aliases of this document expand"));
  }

  @Test
  void anAliasOfItself() {
    assertEquals(
        "yaml-syntax 4:8 the value of anchor &x contains itself", only(text(POD + "a: &x [*x]\n")));
  }

  @Test
  void deepNesting() {
    for (String deep :
        List.of(
            "a: " + "[".repeat(100_000) + "]".repeat(100_000),
            "a: " + "{a: ".repeat(100_000) + "}".repeat(100_000),
            "a: " + "[".repeat(100_000),
            "- ".repeat(100_000) + "x",
            "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
            stairs(5000))) {
      assertTrue(
          only(text(deep)).contains("nested more than 500 levels deep"), deep.substring(0, 50));
    }
  }

  private static String stairs(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  @Test
  void hugeScalars() {
    String huge = "x".repeat(8 << 20);
    assertEquals(1, text(POD + "data: {a: \"" + huge + "\"}\n").manifests().size());
    assertEquals(1, text(POD + "data: " + huge + "\n").manifests().size());
    assertEquals(1, text(POD + "data: |\n  " + huge + "\n").manifests().size());
    assertEquals(1, text(POD + "data: >\n  " + huge + "\n").manifests().size());
    text(POD + "data: \"" + huge);
    text(POD + huge);
    text(POD + "a: " + "1".repeat(1 << 20) + "\nb: 0b" + "1".repeat(1 << 20) + "\n");
    text(POD + "0".repeat(1 << 20) + ": 1" + "2".repeat(1 << 20) + "\n");
  }

  @Test
  void manyProblems() {
    text("a: [\n---\n".repeat(20_000));
    text("---\n".repeat(200_000));
    text("a:\n\t- b\n".repeat(2_000));
    text("{".repeat(20) + "a: 1\n" + "\t\n".repeat(100_000));
    text("a: 1\n".repeat(100_000));
    text("a: \"" + "\\q".repeat(100_000));
    text("? ".repeat(10_000));
    text("&a ".repeat(10_000));
    text("!a ".repeat(10_000));
    text("[a, ".repeat(400) + "\n".repeat(100_000));
    text("'".repeat(100_001));
    text("# foresail: \"\n".repeat(100_000) + "a: '#\n#'\n");
  }

  @Test
  void hugeNumbers() {
    Sources sources =
        text(
            "apiVersion: v1\nkind: A\na: 1" + "0".repeat(400) + "\nb: 1" + "_0".repeat(200) + "\n");
    assertEquals(
        "string number",
        sources.manifests().get(0).root().get("a").orElseThrow().jsonType()
            + " "
            + sources.manifests().get(0).root().get("b").orElseThrow().jsonType());
  }

  @Test
  void binaryFiles() throws IOException {
    assertEquals(
        "yaml-syntax 1:2 the file is not UTF-8 text: byte 0xFF cannot stand here",
        only(files(file("a.yaml", new byte[] {'a', (byte) 0xFF, 0, 1}))));
    assertEquals(
        "yaml-syntax 2:4 the character U+0000 cannot stand in YAML; is this a binary file?",
        only(files(file("b.yaml", "a: b\nc: \0\n".getBytes(StandardCharsets.UTF_8)))));
    byte[] class1 = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61};
    assertTrue(only(files(file("c.yaml", class1))).startsWith("yaml-syntax 1:1 the file is not"));
    assertEquals(
        "yaml-syntax 3:7 the file is not UTF-8 text: byte 0xE9 cannot stand here",
        only(
            files(
                file(
                    "latin.yaml",
                    "a: b\nc: d\ne: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))));
  }

  @Test
  void utf16() throws IOException {
    String text = POD + "x: \u00e9\ud83d\ude00\n";
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      for (String mark : List.of("", "\ufeff")) {
        Sources sources = files(file("u.yaml", (mark + text).getBytes(charset)));
        assertEquals(1, sources.manifests().size(), charset + mark);
        assertEquals(
            "\u00e9\ud83d\ude00", sources.manifests().get(0).root().string("x").orElseThrow());
        assertEquals(
            "u.yaml:4:4",
            sources
                .manifests()
                .get(0)
                .root()
                .get("x")
                .orElseThrow()
                .span()
                .toString()
                .replaceAll(".*/", ""));
      }
    }
    byte[] odd = ("\ufeff" + text + "x").getBytes(StandardCharsets.UTF_16LE);
    assertTrue(
        only(files(file("odd.yaml", java.util.Arrays.copyOf(odd, odd.length - 1))))
            .contains("UTF-16"));
  }

  @Test
  void lineBreaksAndMarks() {
    for (String broken : List.of(POD, POD.replace("\n", "\r\n"), POD.replace("\n", "\r"))) {
      Sources sources =
          text(broken + "---" + (broken.contains("\r") && !broken.contains("\n") ? "" : "\n"));
      assertEquals(1, sources.manifests().size(), broken);
      assertEquals(
          3, sources.manifests().get(0).root().get("metadata").orElseThrow().span().line());
    }
    assertEquals(2, text("\ufeff" + POD + "---\n\ufeff" + POD).manifests().size());
  }

  @Test
  void filesThatCannotBeOpened() throws IOException {
    assertEquals(
        "unreadable-file 1:1 there is no such file", only(files(folder.resolve("none.yaml"))));
    Files.createSymbolicLink(folder.resolve("dangling.yaml"), folder.resolve("nowhere"));
    assertEquals(
        "unreadable-file 1:1 this is a link to a file that does not exist",
        only(files(folder.resolve("dangling.yaml"))));
    assertEquals(0, files(folder).problems().size());
    assertEquals(
        "unreadable-file 1:1 this is no file but a pipe, socket or device, which is not opened",
        only(files(Path.of("/dev/zero"))));
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("large.yaml").toFile(), "rw")) {
      large.setLength((64L << 20) + 1);
    }
    assertEquals(
        "unreadable-file 1:1 the file is larger than 64 MiB, so it was not read",
        only(files(folder.resolve("large.yaml"))));
  }

  @Test
  void linksThatLeadBack() throws IOException {
    file("a/b/pod.yaml", POD.getBytes(StandardCharsets.UTF_8));
    Files.createSymbolicLink(folder.resolve("a/b/up"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("a/b/self"), folder.resolve("a/b/self"));
    assertEquals(1, files(folder).manifests().size());
  }

  @Test
  void aPipeIsReadToItsEnd() throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder("sh", "-c", "echo kind: Pod; sleep 0.1; echo apiVersion: v1").start();
    try (InputStream pipe = writer.getInputStream()) {
      Sources sources = new SourceReader(ReadOptions.standard()).read(List.of(Path.of("-")), pipe);
      assertEquals(List.of(), sources.problems());
      assertEquals(1, sources.manifests().size());
    }
    writer.waitFor();
  }

  @Test
  void standardInput() {
    Sources sources =
        new SourceReader(ReadOptions.standard())
            .read(
                List.of(Path.of("-")),
                new ByteArrayInputStream((POD + "---\n" + POD).getBytes(StandardCharsets.UTF_8)));
    assertEquals(2, sources.manifests().size());
    assertEquals("-", sources.manifests().get(1).file().path());
    assertEquals(5, sources.manifests().get(1).root().span().line());
  }
}
