package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import java.io.IOException;
import java.time.Duration;

/**
 * The time line of a prediction as a Mermaid gantt chart, which GitHub and many wikis draw.
 *
 * <p>Times are milliseconds since the first apply; the axis shows minutes and seconds.
 */
public final class MermaidPrediction implements PredictionFormat {
  /** A bar that takes less of the width cannot be seen, and would have a line of its own. */
  private static final double LEAST = 0.002;

  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  public void write(String kubernetes, Prediction run, Appendable out) throws IOException {
    Prediction prediction = Namespaces.told(run);
    TimeScale scale = TimeScale.of(prediction);
    boolean hours = scale.end().compareTo(HOUR) > 0;
    out.append("gantt\n");
    out.append("    title Kubernetes ").append(kubernetes).append(", minutes and seconds\n");
    out.append("    dateFormat x\n");
    out.append("    axisFormat ").append(hours ? "%H:%M" : "%M:%S").append('\n');
    out.append("    todayMarker off\n");
    for (PodPrediction pod : prediction.pods()) {
      out.append("    section ").append(plain(pod.name())).append(' ');
      out.append(pod.end().word()).append('\n');
      for (Bar bar : Bar.of(pod, scale.end())) {
        double share = scale.share(bar.to()) - scale.share(bar.from());
        if (bar.stage() != Stage.GONE && share >= LEAST) {
          bar(bar, out);
        }
      }
    }
  }

  private static void bar(Bar bar, Appendable out) throws IOException {
    long from = bar.from().toMillis();
    long to = Math.max(from + 1, bar.to().toMillis());
    out.append("    ").append(plain(bar.cells().ready() + " " + bar.cells().status()));
    out.append(" :").append(tag(bar.stage()));
    out.append(Long.toString(from)).append(", ").append(Long.toString(to)).append('\n');
  }

  private static String tag(Stage stage) {
    return switch (stage) {
      case READY -> "active, ";
      case DONE -> "done, ";
      case FAILING -> "crit, ";
      case PENDING, PREPARING, INIT, UNREADY, ENDING, GONE -> "";
    };
  }

  /** Only signs that mean nothing to Mermaid: colons, semicolons and number signs do. */
  private static String plain(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean safe = Character.isLetterOrDigit(c) || " ._/()-".indexOf(c) >= 0;
      plain.append(safe ? c : c == ':' ? ' ' : '_');
    }
    return plain.toString().strip();
  }
}
