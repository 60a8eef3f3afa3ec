package foresail.output;

import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Report;
import foresail.source.Span;
import java.io.IOException;
import java.util.List;

/** A report for a comment or a page: a table of the findings, worst first. */
public final class MarkdownReport implements ReportFormat {
  /** Comments of GitHub hold 65,536 characters. */
  private static final int MOST = 100;

  @Override
  public void write(Report report, Appendable out) throws IOException {
    out.append("**").append(TextReport.summary(report)).append("** (Kubernetes ");
    out.append(report.kubernetes()).append(")\n");
    if (report.findings().isEmpty()) {
      return;
    }
    List<Finding> worst =
        report.findings().stream()
            .sorted((left, right) -> left.severity().compareTo(right.severity()))
            .limit(MOST)
            .toList();
    out.append("\n| Severity | Where | What | Rule |\n| --- | --- | --- | --- |\n");
    for (Finding finding : worst) {
      row(finding, out);
    }
    int more = report.findings().size() - worst.size();
    out.append(more == 0 ? "" : "\nand " + more + " more\n");
  }

  private static void row(Finding finding, Appendable out) throws IOException {
    Span span = finding.primary().span();
    out.append("| ").append(finding.severity().word()).append(" | ");
    out.append(Markdown.of(Places.of(span))).append(" | ").append(Markdown.of(finding.message()));
    if (!finding.releases().isEmpty()) {
      out.append(" (").append(ReleaseRanges.of(finding.releases())).append(')');
    }
    if (finding.why().isPresent()) {
      out.append("<br>why: ").append(Markdown.of(finding.why().get()));
    }
    if (finding.fix().isPresent()) {
      out.append("<br>fix: ").append(finding.fix().map(Fix::description).map(Markdown::of).get());
    }
    out.append(" | ").append(Markdown.of(finding.ruleId())).append(" |\n");
  }
}
