package foresail.output;

import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.source.Span;
import java.io.IOException;

/** A report as one page without a network: findings by file, each opens to its text and reasons. */
public final class HtmlReport implements ReportFormat {
  @Override
  public void write(Report report, Appendable out) throws IOException {
    String summary = TextReport.summary(report);
    PageParts.begin("Foresail: " + summary, PageParts.read("report.css"), out);
    out.append("<a class=\"skip\" href=\"#findings\">To the findings</a>\n<header>\n");
    out.append("<h1>What is wrong</h1>\n<p>").append(Markup.of(summary));
    out.append("; Kubernetes ").append(Markup.of(report.kubernetes())).append("</p>\n</header>\n");
    out.append("<main id=\"findings\">\n");
    if (!report.findings().isEmpty()) {
      filter(report, out);
    }
    String file = "";
    for (Finding finding : report.findings()) {
      String path = finding.primary().span().file().path();
      if (!path.equals(file)) {
        out.append("<h2>").append(Markup.of(path)).append("</h2>\n");
        file = path;
      }
      finding(finding, out);
    }
    out.append("</main>\n");
    PageParts.end(out);
  }

  /** Boxes that show and hide all findings of a severity. */
  private static void filter(Report report, Appendable out) throws IOException {
    out.append("<p class=\"dim\">Tab or the arrow keys move between findings; Right and Left, or");
    out.append(" Enter, open and close them.</p>\n<fieldset><legend class=\"vh\">Show</legend>\n");
    for (Severity severity : Severity.values()) {
      String id = "show-" + severity.word();
      out.append("<label for=\"" + id + "\"><input type=\"checkbox\" id=\"" + id + "\" checked> ");
      out.append(Counts.number(report.count(severity), severity.word())).append("</label>\n");
    }
    out.append("</fieldset>\n");
  }

  private static void finding(Finding finding, Appendable out) throws IOException {
    String severity = finding.severity().word();
    Span span = finding.primary().span();
    out.append("<details class=\"entry " + severity + "\"><summary><span class=\"severity ");
    out.append(severity + "\">" + severity + "</span> <span class=\"where\">line ");
    out.append(span.line() + "</span> <span class=\"message\">");
    out.append(Markup.of(finding.message())).append("</span></summary>\n<div class=\"inside\">\n");
    excerpt(finding.primary(), out);
    for (Label label : finding.related()) {
      out.append("<p class=\"dim\">").append(Markup.of(Places.of(label.span()))).append("</p>\n");
      excerpt(label, out);
    }
    out.append("<dl>");
    if (finding.why().isPresent()) {
      entry("why", finding.why().get(), out);
    }
    if (finding.fix().isPresent()) {
      entry("fix", finding.fix().map(Fix::description).get(), out);
    }
    if (!finding.releases().isEmpty()) {
      entry("releases", ReleaseRanges.of(finding.releases()), out);
    }
    entry("rule", finding.ruleId(), out);
    out.append("</dl>\n</div></details>\n");
  }

  private static void entry(String name, String text, Appendable out) throws IOException {
    out.append("<dt>" + name + "</dt><dd>").append(Markup.of(text)).append("</dd>");
  }

  private static void excerpt(Label label, Appendable out) throws IOException {
    if (label.span().file().text().isEmpty()) {
      return;
    }
    Excerpt excerpt = Excerpt.of(label.span());
    out.append("<pre tabindex=\"0\"><span class=\"gutter\">" + label.span().line() + " </span>");
    out.append(Markup.of(excerpt.before())).append("<mark>").append(Markup.of(excerpt.piece()));
    out.append("</mark>").append(Markup.of(excerpt.after()));
    out.append(label.message().isEmpty() ? "" : "\n" + Markup.of(label.message()));
    out.append("</pre>\n");
  }
}
