package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Prediction;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Draws the time line of all pods: a bar for each, with the STATUS in it where there is room, and a
 * strip of a texture of its own for each stage, as colour alone tells nothing to some.
 */
final class SvgDrawing {
  private static final int MARGIN = 12;
  private static final int BAR = 20;
  private static final int STRIP = 4;
  private static final int ROW = 30;
  private static final int NAME = 16;

  /** Room for the word of the end behind the bar. */
  private static final int END = 68;

  /** Pixels of a letter of the 12 px font, somewhat more than it needs. */
  private static final double LETTER = 7.4;

  /** A narrower drawing has the names above the bars. */
  private static final int NARROW = 600;

  private static final int TICK = 76;

  private final Prediction prediction;
  private final TimeScale scale;
  private final int width;
  private final boolean narrow;
  private final String prefix;
  private final boolean linked;
  private final int left;
  private final int bars;
  private final int step;
  private final Set<Stage> used = EnumSet.noneOf(Stage.class);

  /**
   * @param width in pixels
   * @param prefix of the drawing's ids, where several stand in one page
   * @param linked whether names lead to {@code #pod-1}, {@code #pod-2} ...
   */
  SvgDrawing(Prediction prediction, int width, String prefix, boolean linked) {
    this.prediction = prediction;
    this.scale = TimeScale.of(prediction);
    this.width = width;
    this.narrow = width < NARROW;
    this.prefix = prefix;
    this.linked = linked;
    int longest = 0;
    for (PodPrediction pod : prediction.pods()) {
      longest = Math.max(longest, pod.name().length());
    }
    this.left = narrow ? MARGIN : MARGIN + (int) Math.min(width * 0.3, longest * LETTER) + 12;
    this.bars = width - left - MARGIN - END;
    this.step = narrow ? ROW + NAME : ROW;
    for (PodPrediction pod : prediction.pods()) {
      Bar.of(pod, scale.end()).forEach(bar -> used.add(bar.stage()));
    }
    used.remove(Stage.GONE);
  }

  /**
   * Writes the drawing.
   *
   * @param head what stands in it first, such as a style sheet
   */
  void write(String head, Appendable out) throws IOException {
    int axis = MARGIN + prediction.pods().size() * step;
    List<String> legend = legend();
    int height = axis + 40 + legend.size() * 20;
    String role = linked ? "group" : "img"; // an image must not hold links
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"timeline\" role=\"" + role + "\"");
    out.append(" aria-labelledby=\"" + prefix + "title\" viewBox=\"0 0 " + width + " " + height);
    out.append("\" width=\"" + width + "\" height=\"" + height + "\">\n");
    out.append("<title id=\"" + prefix + "title\">Time line of ");
    out.append(Counts.number(prediction.pods().size(), "pod")).append(" over ");
    out.append(Seconds.words(scale.end())).append("</title>\n").append(head);
    patterns(out);
    grid(axis, out);
    int top = MARGIN;
    for (int i = 0; i < prediction.pods().size(); i++) {
      pod(i, prediction.pods().get(i), top, out);
      top += step;
    }
    int y = axis + 40;
    for (String line : legend) {
      out.append(line.replace("{y}", Integer.toString(y)));
      y += 20;
    }
    out.append("</svg>\n");
  }

  private void pod(int number, PodPrediction pod, int top, Appendable out) throws IOException {
    int bar = narrow ? top + NAME : top;
    int room = (int) ((narrow ? width - 2 * MARGIN : left - MARGIN - 8) / LETTER);
    String name = Markup.of(Wrapping.shortened(Printable.of(pod.name()), room, true));
    String text =
        "<text class=\"name\" x=\""
            + MARGIN
            + "\" y=\""
            + (narrow ? top + 11 : top + 14)
            + "\">"
            + name
            + "</text>";
    out.append("<g><title>").append(Markup.of(summary(pod))).append("</title>");
    out.append(linked ? "<a href=\"#pod-" + (number + 1) + "\" tabindex=\"-1\">" : "");
    out.append(text).append(linked ? "</a>" : "").append('\n');
    for (Bar each : Bar.of(pod, scale.end())) {
      if (each.stage() != Stage.GONE) {
        bar(each, bar, out);
      }
    }
    String end = pod.end().word();
    out.append("<text class=\"end " + end + "\" x=\"" + (left + bars + 8) + "\" y=\"" + (bar + 14));
    out.append("\">").append(end).append("</text></g>\n");
  }

  private static String summary(PodPrediction pod) {
    return pod.name()
        + ": "
        + pod.end().word()
        + (pod.because().isEmpty() ? "" : " because " + pod.because());
  }

  private void bar(Bar bar, int top, Appendable out) throws IOException {
    double from = left + scale.share(bar.from()) * bars;
    double to = left + scale.share(bar.to()) * bars;
    double wide = Math.max(1, to - from);
    PodRow cells = bar.cells();
    String place = "x=\"" + number(from) + "\" width=\"" + number(wide) + "\"";
    out.append("<g><title>").append(Markup.of(Seconds.words(bar.from()) + " to "));
    out.append(Seconds.words(bar.to()) + ": ");
    out.append(Markup.of(cells.ready() + " " + cells.status())).append("</title>");
    out.append("<rect class=\"bar " + bar.stage().word() + "\" " + place + " y=\"" + top);
    out.append("\" height=\"" + BAR + "\"/>");
    out.append("<rect " + place + " y=\"" + (top + BAR - STRIP) + "\" height=\"" + STRIP);
    out.append("\" fill=\"url(#" + prefix + bar.stage().word() + ")\"/>");
    String label = cells.status();
    if (label.length() * LETTER + 8 < wide) {
      out.append("<text class=\"label\" x=\"" + number(from + 4) + "\" y=\"" + (top + 12) + "\">");
      out.append(Markup.of(label)).append("</text>");
    }
    out.append("</g>\n");
  }

  /** Lines and labels of the scale. */
  private void grid(int axis, Appendable out) throws IOException {
    for (Duration tick : scale.ticks(Math.max(2, bars / (narrow ? TICK * 2 / 3 : TICK)))) {
      String x = number(left + scale.share(tick) * bars);
      out.append("<path class=\"grid\" d=\"M" + x + " " + (MARGIN - 6) + "V" + (axis + 4) + "\"/>");
      out.append("<text class=\"tick\" x=\"" + x + "\" y=\"" + (axis + 18) + "\">");
      out.append(Seconds.words(tick)).append("</text>\n");
    }
    if (scale.isCut()) {
      out.append("<text class=\"tick\" text-anchor=\"end\" x=\"" + (width - MARGIN));
      out.append("\" y=\"" + (axis + 18) + "\">\u2192 " + Seconds.words(scale.horizon()));
      out.append("</text>\n");
    }
  }

  /** Lines with the stages that occur; {@code {y}} stands for their height. */
  private List<String> legend() {
    List<String> lines = new java.util.ArrayList<>();
    var line = new StringBuilder();
    double x = MARGIN;
    for (Stage stage : used) {
      double wide = 24 + stage.words().length() * LETTER + 14;
      if (x + wide > width && line.length() > 0) {
        lines.add(line.append('\n').toString());
        line.setLength(0);
        x = MARGIN;
      }
      String at = "x=\"" + number(x) + "\" width=\"18\"";
      line.append("<g transform=\"translate(0 {y})\"><rect class=\"bar " + stage.word() + "\" ");
      line.append(
          at + " y=\"-10\" height=\"12\"/><rect " + at + " y=\"-2\" height=\"4\" fill=\"url(#");
      line.append(prefix + stage.word() + ")\"/><text class=\"tick\" x=\"" + number(x + 24));
      line.append("\" y=\"0\">" + stage.words() + "</text></g>");
      x += wide;
    }
    if (line.length() > 0) {
      lines.add(line.append('\n').toString());
    }
    return lines;
  }

  private void patterns(Appendable out) throws IOException {
    out.append("<defs>\n");
    for (Stage stage : used) {
      String texture = texture(stage);
      out.append("<pattern id=\"" + prefix + stage.word() + "\" width=\"8\" height=\"4\"");
      out.append(" patternUnits=\"userSpaceOnUse\"><path class=\"texture\" d=\"" + texture);
      out.append("\"/></pattern>\n");
    }
    out.append("</defs>\n");
  }

  private static String texture(Stage stage) {
    return switch (stage) {
      case PENDING -> "M1 2h2";
      case PREPARING -> "M0 4L4 0";
      case INIT -> "M0 4L4 0M4 4L8 0";
      case UNREADY -> "M0 1h8";
      case READY, GONE -> "";
      case FAILING -> "M0 0L4 4M4 0L0 4M4 0L8 4M8 0L4 4";
      case DONE -> "M0 1h8M0 3h8";
      case ENDING -> "M2 0v4M6 0v4";
    };
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Rules of a style sheet for drawings, on the variables of {@link Palette}. */
  static String css() {
    var css = new StringBuilder();
    css.append(
        ".timeline text{font:12px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}\n");
    css.append(".timeline .name,.timeline .end{fill:var(--text)}\n");
    css.append(".timeline .tick{fill:var(--dim)}\n.timeline .label{fill:var(--onbar)}\n");
    css.append(".timeline .grid{stroke:var(--line);stroke-opacity:.35;fill:none}\n");
    css.append(".timeline .texture{stroke:var(--onbar);stroke-width:1.2;fill:none}\n");
    css.append(".timeline .end.ready,.timeline .end.finished{fill:var(--good)}\n");
    css.append(
        ".timeline .end.stuck,.timeline .end.looping,.timeline .end.failed{fill:var(--bad)}\n");
    for (Stage stage : Stage.values()) {
      css.append(".timeline .bar." + stage.word() + "{fill:var(--" + stage.word() + ")}\n");
    }
    return css.toString();
  }
}
