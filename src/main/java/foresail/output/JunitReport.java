package foresail.output;

import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A report as JUnit's XML, which CI servers show among test results: a suite for each file with
 * findings, a test for each finding. Those that make the run fail are failures, others are skipped.
 */
public final class JunitReport implements ReportFormat {
  private final Predicate<Finding> fails;

  /**
   * @param fails which findings make a run fail
   */
  public JunitReport(Predicate<Finding> fails) {
    this.fails = fails;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Map<String, List<Finding>> byFile = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      String file = finding.primary().span().file().path();
      byFile.computeIfAbsent(file, unused -> new ArrayList<>()).add(finding);
    }
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"foresail\"");
    counts(report.findings(), out);
    for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
      out.append("<testsuite name=\"").append(Markup.of(file.getKey())).append('"');
      counts(file.getValue(), out);
      for (Finding finding : file.getValue()) {
        test(finding, out);
      }
      out.append("</testsuite>\n");
    }
    if (byFile.isEmpty()) {
      out.append("<testsuite name=\"manifests\" tests=\"1\" failures=\"0\" skipped=\"0\">\n");
      out.append("<testcase classname=\"manifests\" name=\"nothing found\"/>\n</testsuite>\n");
    }
    out.append("</testsuites>\n");
  }

  private void counts(List<Finding> findings, Appendable out) throws IOException {
    int failures = 0;
    for (Finding finding : findings) {
      failures += fails.test(finding) ? 1 : 0;
    }
    int tests = Math.max(1, findings.size());
    out.append(" tests=\"" + tests + "\" failures=\"" + failures + "\" skipped=\"");
    out.append(findings.size() - failures + "\">\n");
  }

  private void test(Finding finding, Appendable out) throws IOException {
    String file = Markup.of(finding.primary().span().file().path());
    String line = Integer.toString(finding.primary().span().line());
    String message = Markup.of(finding.severity().word() + ": " + finding.message());
    out.append("<testcase classname=\"" + file + "\" name=\"" + Markup.of(finding.ruleId()));
    out.append(" at line " + line + "\" file=\"" + file + "\" line=\"" + line + "\">\n");
    if (!fails.test(finding)) {
      out.append("<skipped message=\"" + message + "\"/>\n</testcase>\n");
      return;
    }
    out.append(
        "<failure type=\"" + Markup.of(finding.ruleId()) + "\" message=\"" + message + "\">");
    out.append(Markup.of(finding.primary().span().toString())).append(": ").append(message);
    if (finding.why().isPresent()) {
      out.append("\nwhy: ").append(Markup.of(finding.why().get()));
    }
    if (finding.fix().isPresent()) {
      out.append("\nfix: ").append(finding.fix().map(Fix::description).map(Markup::of).get());
    }
    out.append("</failure>\n</testcase>\n");
  }
}
