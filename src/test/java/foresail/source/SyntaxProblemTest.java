package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user reads about a text that does not parse, and where it points. */
final class SyntaxProblemTest {
  private static String first(String text) {
    Sources sources = new SourceReader(ReadOptions.standard()).readText("t.yaml", text);
    assertTrue(!sources.problems().isEmpty(), text);
    Problem problem = sources.problems().get(0);
    Span at = problem.at().span();
    return problem.ruleId() + " " + at.line() + ":" + at.column() + " " + problem.message();
  }

  @Test
  void aSecondColon() {
    assertEquals(
        "yaml-syntax 2:11 a second colon in one value; quote the value if it is text",
        first("a: 1\nb: see url: x\n"));
  }

  @Test
  void aKeyIndentedBelowAValue() {
    assertEquals(
        "yaml-syntax 2:3 key \"kind\" is indented as if it continued the value above it",
        first("apiVersion: v1\n  kind: Pod\n"));
  }

  @Test
  void aKeyThatDoesNotLineUp() {
    assertEquals(
        "yaml-syntax 3:2 \"c: 1\" lines up with nothing above it", first("a:\n   b: 1\n c: 1\n"));
  }

  @Test
  void aKeyWithoutColon() {
    assertEquals(
        "yaml-syntax 2:3 \"name web\" is neither a key with a colon nor part of a value",
        first("metadata:\n  name web\n  labels: {}\n"));
  }

  @Test
  void anOpenQuote() {
    assertEquals(
        "yaml-syntax 2:4 the quote that opens here is never closed", first("a: 1\nb: \"x\nc: 1\n"));
  }

  @Test
  void anOpenBracket() {
    assertEquals("yaml-syntax 1:4 the [ that opens here is never closed by ]", first("a: [1, 2\n"));
    assertEquals(
        "yaml-syntax 2:1 here a comma or ] is expected, and not \"b: 1\"",
        first("a: [1, 2\nb: 1\n"));
  }

  @Test
  void aStrangeStart() {
    assertEquals("yaml-syntax 1:4 a value cannot begin with @; quote it", first("a: @b\n"));
    assertEquals(
        "yaml-syntax 1:4 a value that begins with * is an alias; quote it if it is text",
        first("a: *.example.com\n"));
    assertEquals("yaml-syntax 1:4 there is no anchor &b above this *b", first("a: *b\n"));
  }

  @Test
  void textBehindAValue() {
    assertEquals(
        "yaml-syntax 1:7 \".16\" cannot stand here: the } ends the value; quote all of it if"
            + " it is text",
        first("a: {B}.16\n"));
  }

  @Test
  void textBehindTheEndOfADocument() {
    assertEquals(
        "yaml-syntax 3:1 kubectl reads nothing behind the ... that ends the document; separate"
            + " documents by ---",
        first("a: 1\n...\nb: 1\n"));
    assertEquals(
        "yaml-syntax 2:1 \"b: 1\" stands further left than the document above, so it is not part of"
            + " it",
        first("  a: 1\nb: 1\n"));
  }

  @Test
  void aTab() {
    Sources sources =
        new SourceReader(ReadOptions.standard())
            .readText("t.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: a\n\tlabels: {}\n");
    Problem problem = sources.problems().get(0);
    assertEquals("tab-indentation", problem.ruleId());
    assertEquals("t.yaml:4:1", problem.at().span().toString());
    assertEquals(
        List.of("4:1-4:2 \"  \"", "5:1-5:2 \"  \""),
        problem.repair().orElseThrow().replacements().stream()
            .map(
                part ->
                    part.span().line()
                        + ":"
                        + part.span().column()
                        + "-"
                        + part.span().endLine()
                        + ":"
                        + part.span().endColumn()
                        + " \""
                        + part.text()
                        + "\"")
            .toList());
  }

  @Test
  void twoObjectsWithoutSeparator() {
    Sources sources =
        new SourceReader(ReadOptions.standard())
            .readText(
                "t.yaml",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
                    + "apiVersion: v1\nkind: Service\nmetadata: {name: b}\n");
    assertEquals(1, sources.problems().size());
    assertEquals("missing-document-separator", sources.problems().get(0).ruleId());
    assertEquals("t.yaml:4:1", sources.problems().get(0).at().span().toString());
  }

  @Test
  void aTemplateIsNotedOnce() {
    Sources sources =
        new SourceReader(ReadOptions.standard())
            .readText(
                "t.yaml",
                "apiVersion: v1\nkind: Pod\n{{- if .Values.x }}\nmetadata: {name: a}\n{{- end }}\n"
                    + "---\napiVersion: v1\nkind: Pod\n");
    assertEquals(1, sources.problems().size());
    assertEquals("unrendered-template", sources.problems().get(0).ruleId());
    assertEquals("t.yaml:3:1", sources.problems().get(0).at().span().toString());
    assertTrue(sources.manifests().isEmpty());
  }
}
