package foresail.output;

import foresail.prediction.Prediction;
import java.io.IOException;

/** The time line of a prediction as a picture that stands alone, for light and dark ground. */
public final class SvgPrediction implements PredictionFormat {
  private static final int WIDTH = 960;

  @Override
  public void write(String kubernetes, Prediction run, Appendable out) throws IOException {
    Prediction prediction = Namespaces.told(run);
    String style = Palette.css("svg.timeline") + SvgDrawing.css();
    String ground = "<rect width=\"100%\" height=\"100%\" fill=\"var(--ground)\"/>\n";
    new SvgDrawing(prediction, WIDTH, "", false)
        .write("<style>\n" + style + "</style>\n" + ground, out);
  }
}
