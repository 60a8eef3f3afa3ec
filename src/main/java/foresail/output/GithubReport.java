package foresail.output;

import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.source.Span;
import java.io.IOException;

/**
 * A report as commands of a GitHub workflow, which shows each finding at its line of the change.
 */
public final class GithubReport implements ReportFormat {
  @Override
  public void write(Report report, Appendable out) throws IOException {
    for (Finding finding : report.findings()) {
      Span span = finding.primary().span();
      out.append("::").append(command(finding.severity()));
      out.append(" file=").append(property(span.file().path()));
      out.append(",line=").append(Integer.toString(span.line()));
      out.append(",endLine=").append(Integer.toString(lastLine(span)));
      if (span.line() == lastLine(span)) {
        // Columns are understood within one line only.
        out.append(",col=").append(Integer.toString(span.column()));
        if (span.line() == span.endLine()) {
          out.append(",endColumn=").append(Integer.toString(span.endColumn()));
        }
      }
      out.append(",title=").append(property(finding.ruleId()));
      out.append("::").append(data(words(finding))).append('\n');
    }
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  /** A text that ends with its line break does not reach into the next line. */
  private static int lastLine(Span span) {
    return span.endColumn() == 1 && span.endLine() > span.line()
        ? span.endLine() - 1
        : span.endLine();
  }

  private static String words(Finding finding) {
    String releases =
        finding.releases().isEmpty() ? "" : " (" + ReleaseRanges.of(finding.releases()) + ")";
    return finding.message()
        + releases
        + finding.why().map(why -> "\nwhy: " + why).orElse("")
        + finding.fix().map(Fix::description).map(fix -> "\nfix: " + fix).orElse("");
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
