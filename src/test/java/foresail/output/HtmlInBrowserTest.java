package foresail.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import foresail.finding.Category;
import foresail.finding.Finding;
import foresail.finding.Label;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.prediction.Cause;
import foresail.prediction.End;
import foresail.prediction.EventLine;
import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page of a prediction in a real browser, where one is installed. */
final class HtmlInBrowserTest {
  private static final String FOCUS = "document.activeElement.textContent.replace(/\\s+/g, ' ')";

  private static final Content PREDICTION =
      out -> new HtmlPrediction().write("1.36", prediction(), out);

  @TempDir private Path folder;

  /** Writes a page. */
  @FunctionalInterface
  private interface Content {
    void writeTo(Appendable out) throws IOException;
  }

  @Test
  void keysWalkThroughPodsAndRows() throws Exception {
    try (Browser browser = browser(PREDICTION)) {
      browser.show(1400, 900, false);
      browser.press("Tab");
      assertEquals("To the pods", browser.evaluate(FOCUS));
      browser.press("Tab");
      assertTrue(browser.evaluate(FOCUS).startsWith("pod/web "), browser.evaluate(FOCUS));
      assertEquals("false", browser.evaluate("document.activeElement.parentElement.open"));
      browser.press("ArrowRight");
      browser.press("ArrowDown");
      assertTrue(browser.evaluate(FOCUS).startsWith("at 0s"), browser.evaluate(FOCUS));
      browser.press("ArrowDown");
      browser.press("Enter");
      String row = browser.evaluate("document.activeElement.parentElement.innerText");
      assertTrue(row.contains("Init:0/1") && row.contains("waits for <db>"), row);
      assertTrue(row.contains("web.yaml:1") && row.contains("Pulled"), row);
      browser.press("ArrowLeft");
      assertEquals("false", browser.evaluate("document.activeElement.parentElement.open"));
      browser.press("ArrowLeft");
      assertTrue(browser.evaluate(FOCUS).startsWith("pod/web "), browser.evaluate(FOCUS));
      browser.press("End");
      assertTrue(browser.evaluate(FOCUS).startsWith("pod/other "), browser.evaluate(FOCUS));
      browser.press("Home");
      browser.press("ArrowLeft");
      assertEquals("0", browser.evaluate("document.querySelectorAll('details[open]').length"));
    }
  }

  @Test
  void aReportShowsAndHidesSeverities() throws Exception {
    SourceFile file = new SourceFile("web.yaml", "kind: Pod\nname: <b>\n");
    Finding error =
        Finding.of(
            "some-rule",
            Category.STYLE,
            Severity.ERROR,
            "name is <b>",
            Label.at(new Span(file, 2, 7, 2, 10)));
    Report report =
        new Report("1.36", 1, 1, Map.of(), List.of(error, error.withSeverity(Severity.NOTE)));
    String shown =
        "[...document.querySelectorAll('details')].filter(each => each.getClientRects().length > 0)"
            + ".length";
    try (Browser browser = browser(out -> new HtmlReport().write(report, out))) {
      browser.show(380, 900, true);
      assertEquals("2", browser.evaluate(shown));
      browser.evaluate("document.getElementById('show-note').click()");
      assertEquals("1", browser.evaluate(shown));
      for (String key : List.of("Tab", "Tab", "Tab", "Tab", "Tab", "Enter")) {
        browser.press(key);
      }
      String open = browser.evaluate("document.querySelector('details[open]').innerText");
      assertTrue(open.contains("name: <b>") && open.contains("some-rule"), open);
      assertEquals("true", browser.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }

  @Test
  void nothingIsCutOffOnAnyScreen() throws Exception {
    try (Browser browser = browser(PREDICTION)) {
      for (int width : new int[] {380, 700, 1400}) {
        browser.show(width, 900, false);
        browser.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertEquals(
            "true",
            browser.evaluate("document.documentElement.scrollWidth <= innerWidth"),
            "at " + width);
        assertEquals(
            "1",
            browser.evaluate(
                "[...document.querySelectorAll('svg')].filter(each => each.getClientRects().length"
                    + " > 0).length"));
      }
    }
  }

  @Test
  void groundFollowsTheWishForDark() throws Exception {
    String ground = "getComputedStyle(document.documentElement).backgroundColor";
    try (Browser browser = browser(PREDICTION)) {
      browser.show(1400, 900, false);
      String light = browser.evaluate(ground);
      assertEquals("rgb(255, 255, 255)", light);
      browser.show(1400, 900, true);
      assertNotEquals(light, browser.evaluate(ground));
    }
  }

  private Browser browser(Content content) throws IOException, InterruptedException {
    Optional<Path> program = Browser.find();
    assumeTrue(program.isPresent(), "no Chromium here");
    Path page = folder.resolve("page.html");
    try (var out = Files.newBufferedWriter(page)) {
      content.writeTo(out);
    }
    Browser browser = start(program.get());
    browser.open(page.toUri());
    return browser;
  }

  private Browser start(Path program) throws InterruptedException {
    try {
      return Browser.start(program, Files.createDirectories(folder.resolve("profile")));
    } catch (IOException e) {
      return abort("Chromium does not start here: " + e.getMessage());
    }
  }

  private static Prediction prediction() {
    Span place = new Span(new SourceFile("k8s/web.yaml", "a: b\n"), 1, 1, 1, 2);
    List<Row> rows =
        List.of(
            new Row(
                Duration.ZERO, new PodRow("0/1", "Pending", 0), "it has no node", Optional.empty()),
            new Row(
                Duration.ofSeconds(2),
                new PodRow("0/1", "Init:0/1", 0),
                "waits for <db> " + "and-for-what-has-a-very-long-name".repeat(8),
                Optional.of(place)));
    List<EventLine> events =
        List.of(new EventLine(Duration.ofSeconds(3), "Normal", "Pulled", "image is there", 1));
    PodPrediction web =
        new PodPrediction(
            "web",
            "default",
            Optional.of("Deployment/web"),
            End.STUCK,
            "Init:0/1",
            List.of(new Cause("waits for <db>", Optional.of(place))),
            rows,
            List.of(),
            events);
    PodPrediction other =
        new PodPrediction(
            "other",
            "default",
            Optional.empty(),
            End.READY,
            "Running",
            List.of(),
            rows,
            List.of(),
            events);
    return new Prediction(
        Duration.ofMinutes(15), List.of(web, other), List.of(), List.of(), List.of(), List.of());
  }
}
