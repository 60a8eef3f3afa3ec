package foresail.output;

import foresail.prediction.Cause;
import foresail.prediction.Missing;
import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.prediction.WorkloadPrediction;
import foresail.simulation.Run;
import foresail.simulation.facts.Assumption;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A prediction for people: the rows of {@code kubectl get pods -w} with times and reasons, then a
 * time line of all pods.
 */
public final class TextPrediction implements PredictionFormat {
  private final Screen screen;
  private final Style style;

  public TextPrediction(Screen screen) {
    this.screen = screen;
    this.style = screen.style();
  }

  @Override
  public void write(String kubernetes, Prediction run, Appendable out) throws IOException {
    Prediction prediction = Namespaces.told(run);
    missing(prediction.missing(), out);
    for (Run.Refused refused : prediction.refused()) {
      line(
          "refused: "
              + refused.kind()
              + " \""
              + refused.name()
              + "\" at "
              + Seconds.words(refused.at())
              + ": "
              + refused.message(),
          "  ",
          out);
      out.append('\n');
    }
    var rows = new TextRows(screen);
    boolean told = false;
    for (int i = 0; i < prediction.pods().size(); i++) {
      PodPrediction pod = prediction.pods().get(i);
      Optional<String> like = Likeness.of(pod, prediction.pods().subList(0, i));
      boolean gap = i > 0 && !(told && like.isPresent()); // lines of like pods stand together
      told = like.isPresent();
      out.append(gap ? "\n" : "");
      if (like.isPresent()) {
        headed(pod, ", " + like.get(), out);
      } else {
        pod(pod, rows, out);
      }
    }
    out.append(prediction.pods().isEmpty() ? "no pods come of this\n\n" : "\n");
    troubles(prediction, out);
    if (!prediction.pods().isEmpty()) {
      TextTimeline.write(screen, prediction, out);
      out.append('\n');
    }
    assumptions(prediction.assumptions(), out);
    out.append("Kubernetes ").append(kubernetes).append(", the first ");
    out.append(Seconds.words(prediction.horizon())).append('\n');
  }

  private void missing(List<Missing> missing, Appendable out) throws IOException {
    if (!missing.isEmpty()) {
      line(MissingLine.of(missing), "  ", out);
      out.append('\n');
    }
  }

  private void troubles(Prediction prediction, Appendable out) throws IOException {
    boolean some = false;
    for (WorkloadPrediction workload : prediction.workloads()) {
      Optional<String> trouble = Troubles.of(workload, prediction);
      if (trouble.isPresent()) {
        line(workload.kind() + "/" + workload.name() + ": " + trouble.get(), "  ", out);
        some = true;
      }
    }
    out.append(some ? "\n" : "");
  }

  private void pod(PodPrediction pod, TextRows rows, Appendable out) throws IOException {
    boolean caused = !pod.causes().isEmpty();
    headed(
        pod,
        caused ? ": " + pod.status() + " because " + Places.with(pod.causes().get(0)) : "",
        out);
    String arrow = screen.unicode() ? "  \u2190 " : "  <- ";
    for (Cause cause : pod.causes().subList(caused ? 1 : 0, pod.causes().size())) {
      line(arrow + Places.with(cause), "    ", out);
    }
    if (pod.outcomes().size() > 1) {
      line("  " + Shares.of(pod.outcomes()), "    ", out);
    }
    rows.write(pod.rows(), out);
  }

  /** The pod and its end, coloured where they stand in one line, and more text. */
  private void headed(PodPrediction pod, String rest, Appendable out) throws IOException {
    String plain = plainHeading(pod);
    var text = new StringBuilder();
    line(plain + rest, "    ", text);
    boolean whole = text.indexOf(plain) == 0;
    out.append(whole ? heading(pod) + text.substring(plain.length()) : text);
  }

  private static String plainHeading(PodPrediction pod) {
    return Printable.of(
        "pod/"
            + pod.name()
            + pod.owner().map(owner -> " (" + owner + ")").orElse("")
            + ": "
            + pod.end().word());
  }

  private String heading(PodPrediction pod) {
    return style.bold("pod/" + Printable.of(pod.name()))
        + pod.owner().map(owner -> " (" + Printable.of(owner) + ")").orElse("")
        + ": "
        + style.end(pod.end());
  }

  private void assumptions(List<Assumption> assumptions, Appendable out) throws IOException {
    if (assumptions.isEmpty()) {
      return;
    }
    out.append("This rests on assumptions:\n");
    for (Assumption assumption : assumptions) {
      String container =
          assumption.container().isEmpty() ? "" : ", container " + assumption.container();
      String because = assumption.because().isEmpty() ? "" : ", because " + assumption.because();
      line(
          "  " + assumption.object() + container + ": " + assumption.assumed() + because,
          "    ",
          out);
      if (!assumption.set().isEmpty()) {
        line("    to say otherwise: " + assumption.set(), "      ", out);
      }
    }
    out.append('\n');
  }

  /** A text on as many lines as a terminal needs for it. */
  private void line(String text, String hanging, Appendable out) throws IOException {
    String start = text.substring(0, text.length() - text.stripLeading().length());
    int width = screen.text() - hanging.length();
    String indent = start;
    for (String line : Wrapping.lines(Printable.of(text.strip()), width)) {
      out.append(indent).append(line).append('\n');
      indent = hanging;
    }
  }
}
