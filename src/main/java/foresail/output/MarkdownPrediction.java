package foresail.output;

import foresail.prediction.Cause;
import foresail.prediction.End;
import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import foresail.prediction.WorkloadPrediction;
import foresail.simulation.Run;
import foresail.simulation.facts.Assumption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A prediction for a comment or a page: how each pod ends, its rows folded away below. */
public final class MarkdownPrediction implements PredictionFormat {
  /** A chart of more pods cannot be read. */
  private static final int MOST_DRAWN = 30;

  @Override
  public void write(String kubernetes, Prediction run, Appendable out) throws IOException {
    Prediction prediction = Namespaces.told(run);
    out.append("**").append(Counts.of(prediction)).append("** in the first ");
    out.append(Seconds.words(prediction.horizon()));
    out.append(" (Kubernetes ").append(kubernetes).append(")\n\n");
    if (!prediction.missing().isEmpty()) {
      out.append("> ").append(Markdown.of(MissingLine.of(prediction.missing()))).append("\n\n");
    }
    for (Run.Refused refused : prediction.refused()) {
      out.append("- refused: ").append(Markdown.of(refused.kind() + " " + refused.name()));
      out.append(": ").append(Markdown.of(refused.message())).append('\n');
    }
    out.append(prediction.refused().isEmpty() ? "" : "\n");
    if (!prediction.pods().isEmpty()) {
      ends(prediction.pods(), out);
    }
    troubles(prediction, out);
    if (!prediction.pods().isEmpty() && prediction.pods().size() <= MOST_DRAWN) {
      out.append("<details><summary>Time line</summary>\n\n```mermaid\n");
      new MermaidPrediction().write(kubernetes, prediction, out);
      out.append("```\n\n</details>\n\n");
    }
    for (PodPrediction pod : prediction.pods()) {
      rows(pod, out);
    }
    assumptions(prediction.assumptions(), out);
  }

  private static void ends(List<PodPrediction> pods, Appendable out) throws IOException {
    out.append("| Pod | End | Because |\n| --- | --- | --- |\n");
    for (PodPrediction pod : pods) {
      List<String> causes = new ArrayList<>();
      for (Cause cause : pod.causes()) {
        causes.add((causes.isEmpty() ? "" : "\u2190 ") + Markdown.of(Places.with(cause)));
      }
      String status = pod.end() == End.READY ? "" : ": " + Markdown.of(pod.status());
      out.append("| ").append(Markdown.of(pod.name())).append(" | ");
      out.append(pod.end().word()).append(status).append(" | ");
      if (pod.outcomes().size() > 1) {
        causes.add(Shares.of(pod.outcomes()));
      }
      out.append(String.join("<br>", causes)).append(" |\n");
    }
    out.append('\n');
  }

  private static void troubles(Prediction prediction, Appendable out) throws IOException {
    boolean some = false;
    for (WorkloadPrediction workload : prediction.workloads()) {
      Optional<String> trouble = Troubles.of(workload, prediction);
      if (trouble.isPresent()) {
        out.append("- ").append(Markdown.of(workload.kind() + "/" + workload.name()));
        out.append(": ").append(Markdown.of(trouble.get())).append('\n');
        some = true;
      }
    }
    out.append(some ? "\n" : "");
  }

  private static void rows(PodPrediction pod, Appendable out) throws IOException {
    out.append("<details><summary>").append(Markdown.html("pod/" + pod.name()));
    out.append(pod.owner().map(owner -> " (" + Markdown.html(owner) + ")").orElse(""));
    out.append(": ").append(pod.end().word()).append("</summary>\n\n");
    out.append("| Time | Ready | Status | Restarts | Because |\n");
    out.append("| ---: | --- | --- | ---: | --- |\n");
    for (Row row : pod.rows()) {
      PodRow cells = row.cells();
      out.append("| ").append(Seconds.words(row)).append(" | ").append(cells.ready());
      out.append(" | ").append(Markdown.of(cells.status())).append(" | ");
      out.append(cells.equals(PodRow.DELETED) ? "" : Integer.toString(cells.restarts()));
      out.append(" | ").append(Markdown.of(Places.with(row.because(), row.place())));
      out.append(" |\n");
    }
    out.append("\n</details>\n\n");
  }

  private static void assumptions(List<Assumption> assumptions, Appendable out) throws IOException {
    if (assumptions.isEmpty()) {
      return;
    }
    out.append("<details><summary>This rests on ")
        .append(Counts.number(assumptions.size(), "assumption"));
    out.append("</summary>\n\n");
    for (Assumption assumption : assumptions) {
      String container =
          assumption.container().isEmpty() ? "" : ", container " + assumption.container();
      out.append("- ").append(Markdown.of(assumption.object() + container + ": "));
      out.append(Markdown.of(assumption.assumed()));
      if (!assumption.because().isEmpty()) {
        out.append(", because ").append(Markdown.of(assumption.because()));
      }
      if (!assumption.set().isEmpty()) {
        out.append("; to say otherwise: ").append(Markdown.of(assumption.set()));
      }
      out.append('\n');
    }
    out.append("\n</details>\n");
  }
}
