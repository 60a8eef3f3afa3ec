package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.prediction.WorkloadPrediction;
import foresail.simulation.Run;
import foresail.simulation.facts.Assumption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A prediction as one page without a network: a time line, and pods whose rows open to tell why. It
 * works without its script, which adds the arrow keys.
 */
public final class HtmlPrediction implements PredictionFormat {
  private static final int WIDE = 1160;
  private static final int NARROW = 356;

  @Override
  public void write(String kubernetes, Prediction run, Appendable out) throws IOException {
    Prediction prediction = Namespaces.told(run);
    String css = SvgDrawing.css() + PageParts.read("prediction.css");
    PageParts.begin("Foresail: " + Counts.of(prediction), css, out);
    out.append("\n<a class=\"skip\" href=\"#pods\">To the pods</a>\n<header>\n");
    out.append("<h1>What will happen</h1>\n<p>").append(Counts.of(prediction));
    out.append("; the first ").append(Seconds.words(prediction.horizon()));
    out.append(" on Kubernetes ").append(Markup.of(kubernetes)).append("</p>\n");
    if (!prediction.missing().isEmpty()) {
      out.append("<p class=\"aside\">").append(Markup.of(MissingLine.of(prediction.missing())));
      out.append("</p>\n");
    }
    out.append("</header>\n<main>\n");
    refused(prediction.refused(), out);
    timeline(prediction, out);
    pods(prediction.pods(), out);
    workloads(prediction, out);
    assumptions(prediction.assumptions(), out);
    out.append("</main>\n");
    PageParts.end(out);
  }

  private static void refused(List<Run.Refused> refused, Appendable out) throws IOException {
    if (refused.isEmpty()) {
      return;
    }
    out.append("<section><h2>Refused by the server</h2>\n<ul>\n");
    for (Run.Refused each : refused) {
      out.append("<li>").append(Markup.of(each.kind() + " " + each.name())).append(" at ");
      out.append(Seconds.words(each.at())).append(": ").append(Markup.of(each.message()));
      out.append("</li>\n");
    }
    out.append("</ul></section>\n");
  }

  private static void timeline(Prediction prediction, Appendable out) throws IOException {
    if (prediction.pods().isEmpty()) {
      return;
    }
    out.append("<section><h2>Time line</h2>\n<div class=\"wide\">\n");
    new SvgDrawing(prediction, WIDE, "w-", true).write("", out);
    out.append("</div>\n<div class=\"narrow\">\n");
    new SvgDrawing(prediction, NARROW, "n-", true).write("", out);
    out.append("</div></section>\n");
  }

  private static void pods(List<PodPrediction> pods, Appendable out) throws IOException {
    out.append("<section id=\"pods\"><h2>Pods</h2>\n");
    out.append(
        pods.isEmpty()
            ? "<p>No pods come of this.</p>\n"
            : "<p class=\"dim\">Tab or the arrow keys move between pods and rows; Right and Left,"
                + " or Enter, open and close them.</p>\n");
    for (int i = 0; i < pods.size(); i++) {
      HtmlPod.write(i + 1, pods.get(i), out);
    }
    out.append("</section>\n");
  }

  private static void workloads(Prediction prediction, Appendable out) throws IOException {
    List<String> troubles = new ArrayList<>();
    for (WorkloadPrediction workload : prediction.workloads()) {
      Optional<String> trouble = Troubles.of(workload, prediction);
      trouble.ifPresent(
          words -> troubles.add(workload.kind() + "/" + workload.name() + ": " + words));
    }
    list("What workloads say", troubles, out);
  }

  private static void assumptions(List<Assumption> assumptions, Appendable out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Assumption each : assumptions) {
      lines.add(
          each.object()
              + (each.container().isEmpty() ? "" : ", container " + each.container())
              + ": "
              + each.assumed()
              + (each.because().isEmpty() ? "" : ", because " + each.because())
              + (each.set().isEmpty() ? "" : "; to say otherwise: " + each.set()));
    }
    list("This rests on assumptions", lines, out);
  }

  private static void list(String title, List<String> lines, Appendable out) throws IOException {
    if (!lines.isEmpty()) {
      out.append("<section><h2>").append(title).append("</h2>\n<ul>\n");
      for (String line : lines) {
        out.append("<li>").append(Markup.of(line)).append("</li>\n");
      }
      out.append("</ul></section>\n");
    }
  }
}
