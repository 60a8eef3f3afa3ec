package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One line a pod: what it is at each time, as a bar. */
final class TextTimeline {
  private static final String MARGIN = "  ";
  private static final int END_WORD = "finished".length();
  private static final int LEAST_BAR = 16;

  /** Columns between two marks of the scale, at least. */
  private static final int TICK = 9;

  private final Screen screen;
  private final TimeScale scale;
  private final int names;
  private final int width;
  private final Set<Stage> used = EnumSet.noneOf(Stage.class);

  private TextTimeline(Screen screen, Prediction prediction) {
    this.screen = screen;
    this.scale = TimeScale.of(prediction);
    int longest = 0;
    for (PodPrediction pod : prediction.pods()) {
      longest = Math.max(longest, Wrapping.width(Printable.of(pod.name())));
    }
    int left = screen.drawing() - 3 * MARGIN.length() - END_WORD;
    this.names = Math.min(longest, Math.max(left - LEAST_BAR, 0) * 2 / 5);
    this.width = left - names;
  }

  static void write(Screen screen, Prediction prediction, Appendable out) throws IOException {
    var timeline = new TextTimeline(screen, prediction);
    for (PodPrediction pod : prediction.pods()) {
      timeline.pod(pod, out);
    }
    timeline.scale(out);
    timeline.legend(out);
  }

  private void pod(PodPrediction pod, Appendable out) throws IOException {
    String name = Wrapping.shortened(Printable.of(pod.name()), names, screen.unicode());
    out.append(MARGIN).append(name);
    out.append(" ".repeat(Math.max(0, names - Wrapping.width(name)))).append(MARGIN);
    Stage[] cells = cells(Bar.of(pod, scale.end()));
    int from = 0;
    while (from < width) {
      int to = from;
      while (to < width && cells[to] == cells[from]) {
        to++;
      }
      used.add(cells[from]);
      String glyphs = String.valueOf(cells[from].glyph(screen.unicode())).repeat(to - from);
      out.append(cells[from] == Stage.GONE ? glyphs : screen.style().stage(cells[from], glyphs));
      from = to;
    }
    out.append(MARGIN).append(screen.style().end(pod.end())).append('\n');
  }

  /** What each column shows: the stage that takes most of its time, the later of equals. */
  private Stage[] cells(List<Bar> bars) {
    Stage[] cells = new Stage[width];
    for (int i = 0; i < width; i++) {
      long from = scale.end().toNanos() / width * i;
      long to = scale.end().toNanos() / width * (i + 1);
      long most = 0;
      cells[i] = Stage.GONE; // nothing is there yet
      for (Bar bar : bars) {
        long shared = Math.min(to, bar.to().toNanos()) - Math.max(from, bar.from().toNanos());
        if (shared > 0 && shared >= most) {
          most = shared;
          cells[i] = bar.stage();
        }
      }
    }
    return cells;
  }

  private void scale(Appendable out) throws IOException {
    var line = new StringBuilder();
    for (Duration tick : scale.ticks(Math.max(2, width / TICK))) {
      int at = (int) (scale.share(tick) * width);
      line.append(" ".repeat(Math.max(0, at - line.length())));
      line.append('|').append(Seconds.words(tick));
    }
    out.append(MARGIN).append(" ".repeat(names)).append(MARGIN);
    out.append(screen.style().dim(line.toString())).append('\n');
  }

  private void legend(Appendable out) throws IOException {
    var words = new StringBuilder();
    for (Stage stage : used) {
      if (stage != Stage.GONE) {
        words.append(words.length() == 0 ? "" : "  ").append(stage.glyph(screen.unicode()));
        words.append('\u00a0').append(stage.words().replace(' ', '\u00a0'));
      }
    }
    if (scale.isCut()) {
      words.append("; goes on so until ").append(Seconds.words(scale.horizon()));
    }
    for (String line : Wrapping.lines(words.toString(), screen.drawing() - MARGIN.length())) {
      out.append(MARGIN).append(line.replace('\u00a0', ' ').strip()).append('\n');
    }
  }
}
