package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Row;
import foresail.recording.ComparedRow;
import foresail.recording.Comparison;
import foresail.recording.PodComparison;
import foresail.recording.SeenPod;
import foresail.recording.SeenRow;
import foresail.simulation.facts.Assumption;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A comparison for people: predicted and recorded rows side by side, differences marked. */
public final class TextComparison implements ComparisonFormat {
  private static final List<String> SIDE = List.of("TIME", "READY", "STATUS", "RESTARTS");
  private static final String GAP = "  ";

  private final Style style;

  public TextComparison(Style style) {
    this.style = style;
  }

  @Override
  public void write(Comparison comparison, Appendable out) throws IOException {
    int same = 0;
    for (PodComparison pod : comparison.pods()) {
      same += pod.agrees() ? 1 : 0;
      pod(pod, out);
    }
    out.append(Integer.toString(same)).append(" of ");
    out.append(Integer.toString(comparison.pods().size())).append(" pods as predicted, in ");
    out.append(Seconds.words(comparison.end())).append(" of recording\n");
  }

  private void pod(PodComparison pod, Appendable out) throws IOException {
    String name = pod.seen().map(SeenPod::name).or(() -> predictedName(pod)).orElseThrow();
    out.append(style.bold("pod/" + Printable.of(name)));
    Optional<String> predicted = predictedName(pod);
    if (pod.seen().isPresent() && predicted.isPresent() && !predicted.get().equals(name)) {
      out.append(", predicted as ").append(predicted.get());
    }
    out.append(": ").append(verdict(pod)).append('\n');
    List<List<String>> lines = new ArrayList<>();
    lines.add(line("", SIDE, SIDE));
    Optional<ComparedRow> first = pod.firstDifference();
    for (ComparedRow row : pod.rows()) {
      boolean marked = first.isPresent() && first.get() == row;
      lines.add(line(mark(row, marked), predicted(row), seen(row)));
    }
    int[] widths = Wrapping.widths(lines);
    widths[0] = 1; // the mark, also where there is none
    out.append(heading(widths)).append('\n');
    for (List<String> line : lines) {
      out.append(padded(line, widths)).append('\n');
    }
    if (first.isPresent()) {
      out.append(GAP).append("first difference: ").append(words(first.get())).append('\n');
    }
    for (Assumption assumption : pod.assumptions()) {
      assumption(assumption, out);
    }
    out.append('\n');
  }

  private static Optional<String> predictedName(PodComparison pod) {
    return pod.predicted().map(PodPrediction::name);
  }

  private static String verdict(PodComparison pod) {
    if (pod.agrees()) {
      return "as predicted";
    }
    if (pod.predicted().isEmpty()) {
      return "not predicted";
    }
    return pod.seen().isEmpty() ? "predicted, but not recorded" : "differs";
  }

  private static String mark(ComparedRow row, boolean first) {
    if (first) {
      return ">";
    }
    return switch (row.verdict()) {
      case SAME, OPEN -> "";
      case BRIEF -> "~";
      case DIFFERENT, OTHER_TIME -> "!";
    };
  }

  private static String words(ComparedRow row) {
    if (row.predicted().isEmpty()) {
      return cells(row.seen().orElseThrow().cells()) + " was recorded and not predicted";
    }
    String predicted = cells(row.predicted().get().cells());
    if (row.seen().isEmpty()) {
      return predicted + " was predicted and not recorded";
    }
    Duration real = row.seen().get().at();
    return predicted
        + " was predicted at "
        + Seconds.words(row.predicted().get().at())
        + " and recorded at "
        + Seconds.words(real);
  }

  private static String cells(PodRow row) {
    return (row.ready() + " " + row.status()).strip();
  }

  private static List<String> line(String mark, List<String> left, List<String> right) {
    List<String> line = new ArrayList<>();
    line.add(mark);
    line.addAll(left);
    line.add("|");
    line.addAll(right);
    return line;
  }

  private static List<String> predicted(ComparedRow row) {
    return row.predicted().map(each -> side(each)).orElse(List.of("", "", "", ""));
  }

  private static List<String> side(Row row) {
    return side(row.at(), row.cells());
  }

  private static List<String> seen(ComparedRow row) {
    return row.seen().map(each -> side(each)).orElse(List.of("", "", "", ""));
  }

  private static List<String> side(SeenRow row) {
    return side(row.at(), row.cells());
  }

  private static List<String> side(Duration at, PodRow row) {
    String restarts = row.equals(PodRow.DELETED) ? "" : Integer.toString(row.restarts());
    return List.of(
        Seconds.words(at), Printable.of(row.ready()), Printable.of(row.status()), restarts);
  }

  private static String heading(int[] widths) {
    int left = 1;
    for (int i = 1; i <= SIDE.size(); i++) {
      left += GAP.length() + widths[i];
    }
    String title = "   predicted";
    return title
        + " ".repeat(Math.max(1, left + 2 * GAP.length() + 1 - title.length()))
        + "recorded";
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder padded = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      padded
          .append(line.get(i))
          .append(" ".repeat(widths[i] - Wrapping.width(line.get(i))))
          .append(GAP);
    }
    return padded.toString().stripTrailing();
  }

  private static void assumption(Assumption assumption, Appendable out) throws IOException {
    out.append(GAP).append("it was assumed that ");
    if (!assumption.container().isEmpty()) {
      out.append("container ").append(Printable.of(assumption.container())).append(' ');
    }
    out.append(Printable.of(assumption.assumed())).append('\n');
    if (!assumption.set().isEmpty()) {
      out.append("    to say otherwise: ").append(Printable.of(assumption.set())).append('\n');
    }
  }
}
