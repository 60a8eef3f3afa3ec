package foresail.output;

import foresail.finding.Report;
import java.io.IOException;

/** Writes the report of a check. */
public interface ReportFormat {
  /**
   * @throws IOException where the text cannot be written
   */
  void write(Report report, Appendable out) throws IOException;
}
