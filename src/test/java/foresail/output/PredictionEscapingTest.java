package foresail.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.Prediction;
import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Whatever manifests hold stays text in every format. */
final class PredictionEscapingTest {
  private static final int RUNS = 300;
  private static final Pattern PICTURE = Pattern.compile("(?s)<svg.*?</svg>");
  private static final Set<String> ELEMENTS =
      Set.of(
          "<svg",
          "</svg",
          "<title",
          "</title",
          "<style",
          "</style",
          "<rect",
          "<defs",
          "</defs",
          "<pattern",
          "</pattern",
          "<path",
          "<text",
          "</text",
          "<g",
          "</g");
  private static final Pattern MOVES =
      Pattern.compile(
          "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

  @Test
  void aPageHasTheSameTagsWhateverItsTextsHold() throws IOException {
    for (long seed = 0; seed < RUNS; seed++) {
      String hostile = written(new HtmlPrediction(), seed, hostile(seed));
      String plain = written(new HtmlPrediction(), seed, () -> "word");
      // Which labels a picture has depends on the width of the names; its own test looks at it.
      assertEquals(
          WrittenMarkup.tags(PICTURE.matcher(plain).replaceAll("")),
          WrittenMarkup.tags(PICTURE.matcher(hostile).replaceAll("")),
          "seed " + seed);
      assertFalse(MOVES.matcher(hostile).find(), () -> hostile);
    }
  }

  @Test
  void aPictureIsXmlWithTheSameElementsWhateverItsTextsHold() throws Exception {
    for (long seed = 0; seed < RUNS; seed++) {
      String hostile = written(new SvgPrediction(), seed, hostile(seed));
      assertTrue(ELEMENTS.containsAll(WrittenMarkup.tags(hostile)), () -> hostile);
      assertFalse(MOVES.matcher(hostile).find(), () -> hostile);
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      builder.parse(new InputSource(new StringReader(hostile)));
    }
  }

  @Test
  void markdownHasTheSameTagsAndCellsWhateverItsTextsHold() throws IOException {
    for (long seed = 0; seed < RUNS; seed++) {
      String hostile = written(new MarkdownPrediction(), seed, hostile(seed));
      String plain = written(new MarkdownPrediction(), seed, () -> "word");
      assertEquals(
          WrittenMarkup.tags(plain),
          WrittenMarkup.tags(hostile.replace("@<!-- -->", "at ")),
          "seed " + seed);
      assertEquals(WrittenMarkup.cells(plain), WrittenMarkup.cells(hostile), "seed " + seed);
      assertFalse(hostile.contains("@octocat"), () -> hostile);
      // The line of a summary is HTML, where brackets are only brackets.
      String text = hostile.replaceAll("<details><summary>.*", "");
      assertFalse(text.matches("(?s).*(?<!\\\\)\\]\\(.*"), () -> "a link in " + text);
      assertFalse(MOVES.matcher(hostile).find(), () -> hostile);
    }
  }

  @Test
  void everyLineOfAMermaidChartIsOneOfItsGrammar() throws IOException {
    Pattern line =
        Pattern.compile(
            "gantt| {4}title [^:;#]+| {4}dateFormat x| {4}axisFormat %[HM]:%[MS]|"
                + " {4}todayMarker off| {4}section [^:;#\\n]+|"
                + " {4}[0-9][^:;#,]* :((active|done|crit), )?[0-9]+, [0-9]+");
    for (long seed = 0; seed < RUNS; seed++) {
      String chart = written(new MermaidPrediction(), seed, hostile(seed));
      for (String each : chart.stripTrailing().split("\n", -1)) {
        assertTrue(line.matcher(each).matches(), () -> each + " in " + chart);
      }
    }
  }

  private static Supplier<String> hostile(long seed) {
    return new HostileTexts(new Random(seed));
  }

  private static String written(PredictionFormat format, long seed, Supplier<String> texts)
      throws IOException {
    Prediction prediction = SmallPredictions.random(new Random(seed), texts);
    var out = new StringBuilder();
    format.write("1.36", prediction, out);
    return out.toString();
  }
}
