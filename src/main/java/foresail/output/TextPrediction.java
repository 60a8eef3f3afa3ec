package foresail.output;

import foresail.prediction.Missing;
import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import foresail.simulation.Run;
import foresail.simulation.facts.Assumption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A prediction for people: the rows of {@code kubectl get pods -w}, with times and reasons. */
public final class TextPrediction implements PredictionFormat {
  private static final List<String> TITLES =
      List.of("TIME", "READY", "STATUS", "RESTARTS", "BECAUSE");
  private static final String GAP = "   ";

  private final Style style;

  public TextPrediction(Style style) {
    this.style = style;
  }

  @Override
  public void write(String kubernetes, Prediction prediction, Appendable out) throws IOException {
    missing(prediction.missing(), out);
    for (Run.Refused refused : prediction.refused()) {
      out.append("refused: ").append(refused.kind()).append(" \"");
      out.append(Printable.of(refused.name())).append("\" at ").append(Seconds.words(refused.at()));
      out.append(": ").append(Printable.of(refused.message())).append("\n\n");
    }
    for (PodPrediction pod : prediction.pods()) {
      pod(pod, out);
    }
    if (prediction.pods().isEmpty()) {
      out.append("no pods come of this\n\n");
    }
    if (!prediction.assumptions().isEmpty()) {
      out.append("This rests on assumptions:\n");
      for (Assumption assumption : prediction.assumptions()) {
        assumption(assumption, out);
      }
      out.append('\n');
    }
    out.append("Kubernetes ").append(kubernetes).append(", the first ");
    out.append(Seconds.words(prediction.horizon())).append('\n');
  }

  private static void missing(List<Missing> missing, Appendable out) throws IOException {
    if (!missing.isEmpty()) {
      out.append(Printable.of(MissingLine.of(missing))).append("\n\n");
    }
  }

  private void pod(PodPrediction pod, Appendable out) throws IOException {
    out.append(style.bold("pod/" + pod.name()));
    out.append(pod.owner().map(owner -> " (" + owner + ")").orElse(""));
    out.append(": ").append(style.end(pod.end()));
    out.append(pod.because().isEmpty() ? "\n" : ", because " + Printable.of(pod.because()) + "\n");
    List<List<String>> lines = new ArrayList<>();
    lines.add(TITLES);
    for (Row row : pod.rows()) {
      lines.add(cells(row));
    }
    int[] widths = widths(lines);
    for (List<String> line : lines) {
      out.append("  ").append(padded(line, widths)).append('\n');
    }
    out.append('\n');
  }

  private static List<String> cells(Row row) {
    PodRow cells = row.cells();
    String place =
        row.place().map(span -> " (" + span.file().path() + ":" + span.line() + ")").orElse("");
    return List.of(
        Seconds.words(row.at()),
        cells.ready(),
        cells.status(),
        cells.equals(PodRow.DELETED) ? "" : Integer.toString(cells.restarts()),
        Printable.of(row.because() + place).strip());
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[TITLES.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return widths;
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder padded = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      padded.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length())).append(GAP);
    }
    return padded.toString().stripTrailing();
  }

  private static void assumption(Assumption assumption, Appendable out) throws IOException {
    out.append("  ").append(Printable.of(assumption.object()));
    if (!assumption.container().isEmpty()) {
      out.append(", container ").append(Printable.of(assumption.container()));
    }
    out.append(": ").append(Printable.of(assumption.assumed()));
    if (!assumption.because().isEmpty()) {
      out.append(", because ").append(Printable.of(assumption.because()));
    }
    out.append('\n');
    if (!assumption.set().isEmpty()) {
      out.append("    to say otherwise: ").append(Printable.of(assumption.set())).append('\n');
    }
  }
}
