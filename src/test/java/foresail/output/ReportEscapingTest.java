package foresail.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Category;
import foresail.finding.Edit;
import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.finding.Subject;
import foresail.source.ObjectId;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever manifests hold stays text in every format of a report. */
final class ReportEscapingTest {
  private static final int RUNS = 300;
  private static final Pattern MOVES =
      Pattern.compile(
          "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

  @Test
  void aPageHasTheSameTags() throws IOException {
    for (long seed = 0; seed < RUNS; seed++) {
      String hostile = written(new HtmlReport(), seed, hostile(seed));
      assertEquals(
          WrittenMarkup.tags(written(new HtmlReport(), seed, () -> "word")),
          WrittenMarkup.tags(hostile),
          "seed " + seed);
      assertFalse(MOVES.matcher(hostile).find(), () -> hostile);
    }
  }

  @Test
  void junitIsXmlWithATestForEachFinding() throws Exception {
    for (long seed = 0; seed < RUNS; seed++) {
      var format = new JunitReport(finding -> finding.severity() == Severity.ERROR);
      String hostile = written(format, seed, hostile(seed));
      assertEquals(
          WrittenMarkup.tags(written(format, seed, () -> "word")),
          WrittenMarkup.tags(hostile),
          "seed " + seed);
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      var document = builder.parse(new InputSource(new StringReader(hostile)));
      int tests = Integer.parseInt(document.getDocumentElement().getAttribute("tests"));
      assertEquals(tests, document.getElementsByTagName("testcase").getLength());
    }
  }

  @Test
  void markdownHasTheSameTagsAndCells() throws IOException {
    for (long seed = 0; seed < RUNS; seed++) {
      String plain = written(new MarkdownReport(), seed, () -> "word");
      String hostile = written(new MarkdownReport(), seed, hostile(seed));
      assertEquals(
          WrittenMarkup.tags(plain),
          WrittenMarkup.tags(hostile.replace("@<!-- -->", "at ")),
          "seed " + seed);
      assertEquals(WrittenMarkup.cells(plain), WrittenMarkup.cells(hostile), "seed " + seed);
      assertFalse(hostile.contains("@octocat"), () -> hostile);
      assertFalse(hostile.matches("(?s).*(?<!\\\\)\\]\\(.*"), () -> "a link in " + hostile);
      assertFalse(MOVES.matcher(hostile).find(), () -> hostile);
    }
  }

  @Test
  void sarifIsJsonWithReferencesAsUris() throws IOException {
    for (long seed = 0; seed < RUNS; seed++) {
      var texts = hostile(seed);
      String written = written(new SarifReport("1", rule -> texts.get()), seed, texts);
      JsonNode run = new JsonMapper().readTree(written).get("runs").get(0);
      assertEquals("unicodeCodePoints", run.get("columnKind").asString());
      for (JsonNode result : run.get("results")) {
        int rule = result.get("ruleIndex").asInt();
        JsonNode driver = run.get("tool").get("driver");
        assertEquals(
            driver.get("rules").get(rule).get("id").asString(), result.get("ruleId").asString());
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        URI.create(place.get("artifactLocation").get("uri").asString());
        assertTrue(place.get("region").get("endColumn").asInt() > 0);
      }
    }
  }

  private static Supplier<String> hostile(long seed) {
    return new HostileTexts(new Random(seed));
  }

  private static String written(ReportFormat format, long seed, Supplier<String> texts)
      throws IOException {
    var random = new Random(seed);
    // As many files as findings, so that no text decides what is put together.
    List<Finding> findings = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String text = texts.get().replaceAll("[\r\n]", "");
      SourceFile file = new SourceFile("k8s/" + i + texts.get(), text + "x\n");
      Span span = new Span(file, 1, 1, 1, 1 + text.codePointCount(0, text.length()));
      findings.add(
          Finding.of(
                  List.of("rule-b", "rule-a").get(random.nextInt(2)),
                  Category.STYLE,
                  Severity.values()[random.nextInt(3)],
                  texts.get(),
                  new Label(span, texts.get()))
              .withRelated(List.of(new Label(span, texts.get())))
              .withWhy(texts.get())
              .withFix(new Fix(texts.get(), List.of(new Edit(span, texts.get()))))
              .withSubject(
                  new Subject(
                      new ObjectId(texts.get(), texts.get(), texts.get(), texts.get()),
                      0,
                      texts.get())));
    }
    var out = new StringBuilder();
    format.write(new Report("1.36", 1, 1, Map.of(), findings), out);
    return out.toString();
  }
}
