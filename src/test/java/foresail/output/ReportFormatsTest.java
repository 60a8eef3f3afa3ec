package foresail.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.finding.Category;
import foresail.finding.Edit;
import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Reason;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.finding.Subject;
import foresail.source.ObjectId;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReportFormatsTest {
  private static final SourceFile SERVICE =
      new SourceFile(
          "web.yaml",
          """
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            # the pods
            selector:
              app: wbe
          """);
  private static final SourceFile DEPLOYMENT =
      new SourceFile("deploy.yaml", "\n".repeat(10) + "        app: web\n");

  private static final Finding SELECTS_NOTHING =
      Finding.of(
              "service-selects-nothing",
              Category.REFERENCE,
              Severity.ERROR,
              "Service \"web\" selects no pod",
              new Label(new Span(SERVICE, 8, 10, 8, 13), "no pod here carries app=wbe"))
          .withRelated(
              List.of(
                  new Label(
                      new Span(DEPLOYMENT, 11, 14, 11, 17),
                      "nearest: the pods of Deployment \"web\"")))
          .withWhy("the Service gets no endpoints, so connections to it are refused")
          .withFix(
              new Fix("write app: web", List.of(new Edit(new Span(SERVICE, 8, 10, 8, 13), "web"))))
          .withSubject(
              new Subject(new ObjectId("v1", "Service", "", "web"), 0, "spec.selector.app"));

  private static Report report(Finding... findings) {
    return new Report("1.36", 2, 3, Map.of("kustomization", 1), List.of(findings));
  }

  private static String write(ReportFormat format, Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(report, out);
    return out.toString();
  }

  private static String text(Finding finding) throws IOException {
    return write(new TextReport(Style.PLAIN, false), report(finding));
  }

  @Test
  void textShowsBothPlacesWhyAndFix() throws IOException {
    assertEquals(
        """
        web.yaml:8:10: error: Service "web" selects no pod [service-selects-nothing]
           |
         8 |     app: wbe
           |          ^^^ no pod here carries app=wbe
           |
          ::: deploy.yaml:11:14
        11 |         app: web
           |              --- nearest: the pods of Deployment "web"
           = why: the Service gets no endpoints, so connections to it are refused
           = fix: write app: web

        1 error in 3 documents of 2 files; skipped 1 (kustomization 1)
        """,
        write(new TextReport(Style.PLAIN, true), report(SELECTS_NOTHING)));
  }

  private static Finding at(String line, int column, int endColumn) {
    Span span = new Span(new SourceFile("a.yaml", line + "\n"), 1, column, 1, endColumn);
    return Finding.of("r", Category.STYLE, Severity.NOTE, "m", Label.at(span));
  }

  @Test
  void theCaretStandsUnderWideCharactersAndTabs() throws IOException {
    assertEquals(
        """
        a.yaml:1:10: note: m [r]
           |
         1 | 日本: e\u0301    # 値 x
           |              ^^
        """,
        text(at("日本: e\u0301\t# 値 x", 10, 11)).stripTrailing() + "\n");
  }

  @Test
  void emojiBeyondTheBasicPlaneCountOnce() throws IOException {
    assertEquals(
        """
        a.yaml:1:4: note: m [r]
           |
         1 | \uD83D\uDE80: x
           |     ^
        """,
        text(at("\uD83D\uDE80: x", 4, 5)).stripTrailing() + "\n");
  }

  @Test
  void aLongLineIsCutAroundThePlace() throws IOException {
    String line = "x".repeat(5000) + "HERE" + "y".repeat(5000);
    assertEquals(
        "a.yaml:1:5001: note: m [r]\n   |\n 1 | ..."
            + "x".repeat(40)
            + "HERE"
            + "y".repeat(76)
            + "...\n   | "
            + " ".repeat(43)
            + "^^^^\n\n",
        text(at(line, 5001, 5005)));
  }

  @Test
  void nothingOfAManifestMovesTheCursor() throws IOException {
    Finding finding =
        Finding.of(
            "r",
            Category.STYLE,
            Severity.NOTE,
            "name \"\u001b[2J\n\u202e\" is odd",
            Label.at(new Span(new SourceFile("a.yaml", "a: \u001b[31m\n"), 1, 4, 1, 5)));
    assertEquals(
        "a.yaml:1:4: note: name \"\ufffd[2J \ufffd\" is odd [r]\n"
            + "   |\n 1 | a: \ufffd[31m\n   |    ^\n\n",
        text(finding));
  }

  @Test
  void aPlaceOfSeveralLinesIsUnderlinedToTheEndOfItsFirst() throws IOException {
    Span span = new Span(new SourceFile("a.yaml", "ab: |  \n  x\n"), 1, 5, 3, 1);
    assertEquals(
        "a.yaml:1:5: note: m [r]\n   |\n 1 | ab: |  \n   |     ^\n\n",
        text(Finding.of("r", Category.STYLE, Severity.NOTE, "m", Label.at(span))));
  }

  @Test
  void aFileThatWasNotReadHasNoExcerpt() throws IOException {
    Span span = new Span(new SourceFile("gone.yaml", ""), 1, 1, 1, 1);
    assertEquals(
        "gone.yaml:1:1: error: m [r]\n\n",
        text(Finding.of("r", Category.YAML, Severity.ERROR, "m", Label.at(span))));
  }

  @Test
  void jsonHasEveryKeyOfTheContract() throws IOException {
    assertEquals(
        """
        {"version": 1, "kubernetes": "1.36", "summary": {"files": 2, "documents": 3, "errors": 1, \
        "warnings": 0, "notes": 0, "skipped": {"kustomization": 1}},
        "findings": [
        {"rule": "service-selects-nothing", "category": "reference", "severity": "error", \
        "message": "Service \\"web\\" selects no pod", "file": "web.yaml", "line": 8, "column": 10, \
        "endLine": 8, "endColumn": 13, "document": 0, \
        "object": {"apiVersion": "v1", "kind": "Service", "namespace": "", "name": "web"}, \
        "path": "spec.selector.app", "reason": "Forbidden", \
        "why": "the Service gets no endpoints, so connections to it are refused", \
        "related": [{"file": "deploy.yaml", "line": 11, "column": 14, \
        "message": "nearest: the pods of Deployment \\"web\\""}], \
        "fix": {"description": "write app: web", "edits": [{"file": "web.yaml", "line": 8, \
        "column": 10, "endLine": 8, "endColumn": 13, "text": "web"}]}}]}
        """,
        write(new JsonReport(), report(SELECTS_NOTHING.withReason(Reason.FORBIDDEN))));
  }

  @Test
  void jsonOfAFindingWithoutObject() throws IOException {
    assertEquals(
        """
        {"version": 1, "kubernetes": "1.36", "summary": {"files": 2, "documents": 3, "errors": 0, \
        "warnings": 0, "notes": 1, "skipped": {"kustomization": 1}},
        "findings": [
        {"rule": "r", "category": "style", "severity": "note", "message": "m", "file": "a.yaml", \
        "line": 1, "column": 1, "endLine": 1, "endColumn": 2, "document": 0, "object": null, \
        "path": "", "reason": null, "why": null, "related": [], "fix": null}]}
        """,
        write(new JsonReport(), report(at("x", 1, 2))));
  }

  @Test
  void jsonOfNothing() throws IOException {
    assertEquals(
        """
        {"version": 1, "kubernetes": "1.36", "summary": {"files": 0, "documents": 0, "errors": 0, \
        "warnings": 0, "notes": 0, "skipped": {}},
        "findings": []}
        """,
        write(new JsonReport(), new Report("1.36", 0, 0, Map.of(), List.of())));
  }

  @Test
  void everyTextSurvivesAsJson() throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out).value("\"\\\n\r\t\u0001\u007f\ud800x\udc00\ud83d\ude80ä");
    assertEquals("\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\\ud800x\\udc00\ud83d\ude80ä\"", out.toString());
  }

  @Test
  void githubAnnotationsAreEscaped() throws IOException {
    SourceFile file = new SourceFile("a,b:c%.yaml", "x: y\n");
    Finding finding =
        new Finding(
            "r",
            Category.STYLE,
            Severity.NOTE,
            "100% odd",
            Label.at(new Span(file, 1, 4, 1, 5)),
            List.of(),
            Optional.of("because"),
            Optional.of(Fix.advice("write z")),
            Optional.empty(),
            Optional.empty());
    assertEquals(
        "::notice file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=4,endColumn=5,title=r"
            + "::100%25 odd%0Awhy: because%0Afix: write z\n",
        write(new GithubReport(), report(finding)));
  }
}
