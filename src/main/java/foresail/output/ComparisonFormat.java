package foresail.output;

import foresail.recording.Comparison;
import java.io.IOException;

/** Writes how a prediction and a recording differ. */
public interface ComparisonFormat {
  /**
   * @throws IOException where the text cannot be written
   */
  void write(Comparison comparison, Appendable out) throws IOException;
}
