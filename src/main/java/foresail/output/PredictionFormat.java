package foresail.output;

import foresail.prediction.Prediction;
import java.io.IOException;

/** Writes what was predicted. */
public interface PredictionFormat {
  /**
   * @param kubernetes the release that was simulated, such as {@code 1.36}
   * @throws IOException where the text cannot be written
   */
  void write(String kubernetes, Prediction prediction, Appendable out) throws IOException;
}
